using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Practice;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Sandbox;

namespace Flint.Operator.Desktop.Practice;

/// <summary>The practice API, inside this process and beside the app's data. It shares no type with the client that talks to it.</summary>
internal sealed class PracticeSandbox : IAsyncDisposable
{
    private readonly SandboxServer _server;

    private PracticeSandbox(SandboxServer server, PracticeReset reset)
    {
        _server = server;
        Room = new PracticeRoom(server, reset);
    }

    public IPracticeRoom Room { get; }

    public ApiConnection Connection => new(_server.BaseAddress, _server.ApiKey);

    /// <summary>The line of the automation contract.</summary>
    public string ReadyLine => $"Practice API ready: {_server.BaseAddress.GetLeftPart(UriPartial.Authority)} key {_server.ApiKey}";

    public static async Task<PracticeSandbox> StartAsync(DataFolder folder, int? port, TimeProvider time, CancellationToken ct)
    {
        DataFolder.EnsurePrivate(folder.Practice);
        var (last, reset) = (new PracticePort(folder), new PracticeReset(folder));
        var options = new SandboxOptions { DataFile = Path.Combine(folder.Practice, "sandbox.db"), Reset = reset.IsAsked };
        try
        {
            if (reset.IsAsked)
                reset.ForgetRecords();
            var server = port is { } named
                ? await SandboxServer.StartAsync(options with { Port = named }, time, ct)
                : await ServeOnLastAsync(options, last, time, ct);
            reset.Ask(isWanted: false);
            last.Remember(server.BaseAddress.Port);
            return new PracticeSandbox(server, reset);
        }
        catch (Exception e) when (PortInUse.Is(e))
        {
            throw new StartRefusedException(
                ExitCode.PortTaken,
                string.Create(CultureInfo.InvariantCulture, $"Port {port} cannot be used for the practice API: name another one with --practice-port, or 0 for any free one."),
                e);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>A QR code printed in practice holds the port, so the same one is taken again while it is free.</summary>
    private static async Task<SandboxServer> ServeOnLastAsync(SandboxOptions options, PracticePort last, TimeProvider time, CancellationToken ct)
    {
        try
        {
            return await SandboxServer.StartAsync(options with { Port = last.Recall() }, time, ct);
        }
        catch (Exception e) when (PortInUse.Is(e))
        {
            return await SandboxServer.StartAsync(options with { Port = 0 }, time, ct);
        }
    }
}
