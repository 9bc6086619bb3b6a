using Bunit;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Sync;
using Flint.Operator.UI.Sync;

namespace Flint.Operator.UI.Tests.Sync;

public sealed class ConflictCardTests : ScreenTest
{
    [Fact]
    public async Task Open_Conflict_ShowsTheThreeValuesOfEachField()
    {
        await Bench.ConflictAsync();

        var row = Render<OutboxView>().Find("[data-testid=outbox-row]");

        Assert.Equal("conflict-needs-you", row.QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));
        Assert.Contains("Change link", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "title: It was Collect membership dues, Yours Dues, mine, Flint's now Dues, theirs",
                "amount: It was $150.00, Yours $160.00, Flint's now $170.00",
            ],
            row.QuerySelectorAll("[data-testid=conflict-field]").Select(field =>
                $"{field.GetAttribute("data-field")}: {string.Join(", ", field.QuerySelectorAll("dl > div").Select(value => $"{value.QuerySelector("dt")!.TextContent} {value.QuerySelector("dd")!.TextContent}"))}"));
        Assert.Single(row.QuerySelectorAll("[data-testid=outbox-discard]"));
    }

    [Theory]
    [InlineData("conflict-mine", "Yours counts. It is sent by itself.", "Dues, mine")]
    [InlineData("conflict-theirs", "Flint's counts. Nothing of yours is sent over it.", "Dues, theirs")]
    public async Task Settle_EitherWay_SaysWhichCountsAndEndsThere(string button, string said, string title)
    {
        await Bench.ConflictAsync();
        var view = Render<OutboxView>();

        await view.Find($"[data-testid={button}]").ClickAsync();
        await view.WaitForAssertionAsync(() => Assert.Equal(said, view.Find("[role=status].done").TextContent));
        await Bench.RunAsync(TimeSpan.FromMinutes(1));

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal(title, ((PaymentLinkSnapshot)Bench.Flint.Ledger[0]).Title);
    }

    [Fact]
    public async Task Settle_DiskFull_SaysSoAtTheQuestion()
    {
        await Bench.ConflictAsync();
        var view = Render<OutboxView>();
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await view.Find("[data-testid=conflict-mine]").ClickAsync();

        Assert.Contains("disk is full", view.Find("[data-testid=conflict] [data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(view.Find("[data-testid=conflict-theirs]"));
    }
}
