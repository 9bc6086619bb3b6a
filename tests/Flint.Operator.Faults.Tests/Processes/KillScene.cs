using Flint.Operator.Faults.Host;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>A data folder, the proxy before the sandbox, and one run of the host after the other.</summary>
internal sealed class KillScene(SandboxFixture sandbox) : IAsyncDisposable
{
    private static int _runs;

    private readonly TemporaryFolder _folder = new();
    private readonly DateTimeOffset _epoch = DateTimeOffset.UtcNow;

    public FaultProxy Proxy { get; } = new(sandbox.Connection.BaseAddress, () => TimeSpan.Zero);

    public TillFile File => new(DatabaseFile);

    public Ledger Ledger => sandbox.Ledger;

    private string DatabaseFile => _folder.File("operator.db");

    public Task<HostProcess> StartAsync(Failpoint point = Failpoint.None, int occurrence = 1) => HostProcess.StartAsync(
        new HostConfig(DatabaseFile, Proxy.Address, sandbox.Connection.ApiKey!, _epoch, point.ToString(), occurrence, Interlocked.Increment(ref _runs)));

    /// <summary>The next run, which nothing stops, does what is left.</summary>
    public async Task RecoverAsync()
    {
        await using var next = await StartAsync();
        Assert.Equal("settled 0", await next.AskAsync("settle"));
        await next.CloseAsync();
        await Proxy.QuietAsync();
    }

    /// <summary>Each acknowledged tap is there and had its effect once; a tap nobody was told of is there whole or not at all.</summary>
    public void Check(IEnumerable<string> acknowledged)
    {
        OnceEach.Check(Ledger, File);
        WireRules.Check(Proxy.Seen, sandbox.Connection.ApiKey!);
        var there = File.Operations().Select(operation => operation.Lid).ToHashSet(StringComparer.Ordinal);
        Assert.All(acknowledged, lid => Assert.Contains(lid, there));
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        _folder.Dispose();
    }
}
