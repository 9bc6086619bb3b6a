using Flint.Operator.Core.Account;
using Flint.Operator.Sandbox;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>The real sandbox on loopback, with its file.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly TimeProvider _time;
    private readonly TemporaryFolder _folder = new();
    private SandboxServer? _server;

    public SandboxFixture()
        : this(TimeProvider.System)
    {
    }

    internal SandboxFixture(TimeProvider time) => _time = time;

    internal Ledger Ledger => new(File);

    internal ServerMemory Memory => new(File);

    internal ApiConnection Connection => new(_server!.BaseAddress, _server.ApiKey);

    private string File => _folder.File("sandbox.db");

    public async ValueTask InitializeAsync() =>
        _server = await SandboxServer.StartAsync(new SandboxOptions { DataFile = File }, _time, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
