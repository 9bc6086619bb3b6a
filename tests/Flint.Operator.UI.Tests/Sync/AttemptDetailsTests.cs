using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.Sync;

namespace Flint.Operator.UI.Tests.Sync;

public sealed class AttemptDetailsTests : ScreenTest
{
    [Fact]
    public async Task Open_SeveralTries_TellsEachWithItsOutcomeStatusAndRequest()
    {
        Bench.Flint.Fail(FlintFault.NotSent, FlintFault.ErrorBeforeWork, FlintFault.Refused);
        await Bench.CreateLinkAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(5));
        var view = Render<OutboxView>();
        Assert.Empty(view.FindAll("[data-testid=attempt]"));

        await OpenAsync(view);

        var tries = view.FindAll("[data-testid=attempt]");
        Assert.Equal(["nothing left this device", "no clear answer, looked up", "Flint said no"], tries.Select(attempt => attempt.QuerySelector("b")!.TextContent));
        Assert.Equal([false, true, true], tries.Select(attempt => attempt.TextContent.Contains("HTTP", StringComparison.Ordinal)));
        Assert.StartsWith("Try 1, 08:00:00:", tries[0].TextContent.Trim(), StringComparison.Ordinal);
        var attempts = await Bench.Get<IOutboxStore>().ListAttemptsAsync(Bench.Store.Operations[0].Id, CancellationToken.None);
        Assert.Equal(attempts.Select(attempt => attempt.RequestId), tries.Select(attempt => attempt.QuerySelector(".id")!.TextContent));
    }

    [Fact]
    public async Task Copy_ARequest_HandsItToTheClipboardAndSaysSo()
    {
        var clipboard = JSInterop.SetupModule("./_content/Flint.Operator.UI/operator.js").Setup<bool>("copyText", _ => true).SetResult(true);
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        var view = Render<OutboxView>();
        await OpenAsync(view);

        await view.Find("[data-testid=attempt-copy]").ClickAsync();

        Assert.Equal("Request id of try 1 copied", view.Find("details [role=status]").TextContent);
        Assert.Equal(view.Find(".id").TextContent, Assert.Single(clipboard.Invocations).Arguments[0]);
    }

    [Fact]
    public async Task Open_OneThatIsOut_SaysThatItHasNoEndYet()
    {
        Bench.Flint.DuringSend = () => throw new OperationCanceledException();
        await Bench.CreateLinkAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(Bench.CycleAsync);
        var view = Render<OutboxView>();

        await OpenAsync(view);

        Assert.Contains("under way, or cut off when the app stopped", view.Find("[data-testid=attempt]").TextContent, StringComparison.Ordinal);
    }

    private static Task OpenAsync(IRenderedComponent<OutboxView> view) => view.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
}
