using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Faults.Tests.Proxy;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>A till behind the fault proxy, in front of the real sandbox. Time is the test's; the network is real.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    // Longer than the client's limit of 30 s on one exchange.
    private static readonly TimeSpan PastTheLimit = TimeSpan.FromSeconds(31);

    // Each run has a seed of its own: two devices that drew the same chance at the same time (1970, say) would draw the same ids.
    private static int _runs;

    private readonly TemporaryFolder _folder = new();
    private readonly SandboxFixture _sandbox;

    public FaultScene(SandboxFixture sandbox, FakeTimeProvider? time = null)
    {
        _sandbox = sandbox;
        Time = time ?? new FakeTimeProvider(DateTimeOffset.UtcNow);
        Device = new DeviceClock(Time);
        var start = Time.GetTimestamp();
        Proxy = new FaultProxy(sandbox.Connection.BaseAddress, () => Time.GetElapsedTime(start));
        Till = Start();
    }

    public FakeTimeProvider Time { get; }

    public DeviceClock Device { get; }

    public FaultProxy Proxy { get; }

    public Till Till { get; private set; }

    public TillFile File => new(DatabaseFile);

    public Ledger Ledger => _sandbox.Ledger;

    public string DatabaseFile => _folder.File("operator.db");

    /// <summary>The device starts the app again.</summary>
    public async Task RestartAsync()
    {
        await Till.DisposeAsync();
        Till = Start();
    }

    public static string Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome).Lid;

    /// <summary>One cycle. Where the proxy lets a request hang, time passes until the client gives up.</summary>
    public async Task CycleAsync(Action? whileItHangs = null)
    {
        using var over = new CancellationTokenSource();
        var cycle = Till.CycleAsync();
        var stall = Proxy.Events.NextStallAsync(over.Token);
        while (await Task.WhenAny(cycle, stall) != cycle)
        {
            whileItHangs?.Invoke();
            Time.Advance(PastTheLimit);
            stall = Proxy.Events.NextStallAsync(over.Token);
        }

        await over.CancelAsync();
        await cycle;
    }

    /// <summary>Cycles when the timetable says so, until nothing is open or this many are over.</summary>
    public async Task SettleAsync(int cycles = 100)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            await CycleAsync();
            if ((await Till.OpenAsync()).Count == 0)
            {
                return;
            }

            Time.Advance(await Till.NextWaitAsync());
        }
    }

    /// <summary>As <see cref="SettleAsync"/>; a checkout whose buyer has probably left is a question, and here the answer is to create it.</summary>
    public async Task SettleWithAPersonAsync()
    {
        await SettleAsync();
        foreach (var stale in (await Till.OpenAsync()).Where(operation => operation.State == OperationState.Triage))
        {
            Saved(await Till.Get<OutboxOperations>().ReleaseAsync(stale.Id, CancellationToken.None));
        }

        await SettleAsync();
    }

    /// <summary>Everything done exactly once, and the rules of the wire kept.</summary>
    public Task CheckAsync() => CheckAsync(OnceEach.Check);

    /// <summary>The same where people may have taken something back.</summary>
    public Task CheckAtRestAsync() => CheckAsync(OnceEach.CheckAtRest);

    private async Task CheckAsync(Action<Ledger, TillFile> check)
    {
        await Proxy.QuietAsync();
        check(Ledger, File);
        WireRules.Check(Proxy.Seen, _sandbox.Connection.ApiKey!);
    }

    public async ValueTask DisposeAsync()
    {
        await Till.DisposeAsync();
        await Proxy.DisposeAsync();
        _folder.Dispose();
    }

    private Till Start() => new(DatabaseFile, _sandbox.Connection with { BaseAddress = Proxy.Address }, Device, seed: Interlocked.Increment(ref _runs));
}
