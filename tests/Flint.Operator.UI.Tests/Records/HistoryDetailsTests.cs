using Bunit;
using Flint.Operator.UI.Checkouts;
using Flint.Operator.UI.PaymentLinks;

namespace Flint.Operator.UI.Tests.Records;

public sealed class HistoryDetailsTests : ScreenTest
{
    [Fact]
    public async Task Open_OnALink_TellsWhatWasAskedSentAndConfirmedWithTheRequestId()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(1));
        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
        Assert.Empty(view.FindAll("[data-testid=history] .step"));

        await view.Find("[data-testid=history]").TriggerEventAsync("ontoggle", EventArgs.Empty);

        await view.WaitForAssertionAsync(() => Assert.Equal(3, view.FindAll("[data-testid=history] .step").Count));
        var steps = view.FindAll("[data-testid=history] .step");
        Assert.Contains("asked: create the link", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("try 1: Flint has it", steps[1].TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(steps[1].QuerySelector(".reference")!.TextContent);
        Assert.Contains("Confirmed by Flint: create the link", steps[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OnACheckoutThatWaits_GrowsWhileItIsLookedAt()
    {
        var lid = await Bench.ChargeAsync();
        var view = Render<CheckoutView>(p => p.Add(v => v.Lid, lid));
        await view.Find("[data-testid=history]").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await view.WaitForAssertionAsync(() => Assert.Equal(2, view.FindAll("[data-testid=history] .step").Count));

        await Bench.RunAsync(TimeSpan.FromMinutes(1));

        await view.WaitForAssertionAsync(() => Assert.Equal(6, view.FindAll("[data-testid=history] .step").Count));
    }
}
