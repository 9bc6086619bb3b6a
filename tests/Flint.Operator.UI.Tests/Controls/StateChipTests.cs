using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class StateChipTests : UITest
{
    public static TheoryData<string, string> Words => new()
    {
        { "draft", "Draft" },
        { "waiting-to-send", "Waiting to send" },
        { "sending", "Sending" },
        { "checking", "Checking" },
        { "ready", "Ready" },
        { "order-saved-checkout-not-yet", "Order saved, checkout not yet" },
        { "paid", "Paid" },
        { "partly-paid", "Partly paid" },
        { "declined-buyer-can-retry", "Declined, buyer can retry" },
        { "expired", "Expired" },
        { "closed", "Closed" },
        { "replaced", "Replaced" },
        { "paused", "Paused" },
        { "refused-needs-you", "Refused, needs you" },
        { "conflict-needs-you", "Conflict, needs you" },
        { "needs-you", "Needs you" },
        { "cancelled", "Cancelled" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Render_EveryStateWord_ShowsIconTextAndData(string state, string word)
    {
        var chip = Render<StateChip>(p => p.Add(c => c.State, state)).Find("[data-testid=state]");

        Assert.Equal(state, chip.GetAttribute("data-state"));
        Assert.Equal(word, chip.TextContent.Trim());
        Assert.NotEmpty(chip.QuerySelector("svg path")!.GetAttribute("d")!);
    }

    [Fact]
    public void States_OfTheProduct_AllHaveALook() =>
        Assert.Equal(
            Enum.GetValues<RecordState>().Select(RecordStates.Word).Order(StringComparer.Ordinal),
            StateLook.States.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void Render_CompactWithDetail_ShowsShortWordAndAge()
    {
        var chip = Render<StateChip>(p => p.Add(c => c.State, "refused-needs-you").Add(c => c.Compact, value: true).Add(c => c.Detail, "9 min"));

        Assert.Equal("Refused · 9 min", chip.Find("[data-testid=state]").TextContent.Trim());
    }

    [Fact]
    public void Render_UnknownState_Refuses() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Render<StateChip>(p => p.Add(c => c.State, "unpaid")));
}
