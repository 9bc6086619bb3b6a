using Flint.Operator.Testing.Api;
using Flint.Operator.ViewModels.Sync;

namespace Flint.Operator.ViewModels.Tests.Sync;

public sealed class AttemptsViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_TwoAttempts_TellsBothAndFollowsTheThird()
    {
        _bench.Sync.Flint.Fail(FlintFault.NotSent, FlintFault.LostRequest);
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.RunAsync(TimeSpan.FromSeconds(4));
        using var screen = _bench.OpenPlain<AttemptsViewModel>();

        await screen.LoadAsync(_bench.Sync.Store.Operations[0].Id, CancellationToken.None);
        Assert.Equal([(1, "NotSent"), (2, "InDoubt")], screen.Attempts.Select(attempt => (attempt.Number, attempt.Outcome!)));

        var changed = new TaskCompletionSource();
        screen.PropertyChanged += (_, _) =>
        {
            if (screen.Attempts is [.., { Number: 3, Outcome: "Succeeded", Status: 201 }])
            {
                changed.TrySetResult();
            }
        };
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(1));

        await changed.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _bench.Dispose();
}
