using Flint.Operator.Sandbox.Faults;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox;

/// <summary>A running sandbox with its own Kestrel on loopback.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app)
    {
        _app = app;
        BaseAddress = new Uri(app.Services.GetRequiredService<HostedUrls>().Origin);
        ApiKey = app.Services.GetRequiredService<SandboxIdentity>().ApiKey;
    }

    public Uri BaseAddress { get; }

    public string ApiKey { get; }

    /// <summary>The fault plan in force, as <c>GET /_sandbox/faults</c> shows it, without its strikes.</summary>
    public string Faults => _app.Services.GetRequiredService<FaultBook>().Text;

    /// <summary>Puts a fault plan in force, as <c>PUT /_sandbox/faults</c> does.</summary>
    /// <exception cref="ArgumentException">It is no such plan; the message names the field.</exception>
    public void UseFaults(string plan) => _app.Services.GetRequiredService<FaultBook>().Use(FaultShapes.Parse(plan));

    /// <summary>Whether connections are refused, as with the cable out.</summary>
    public bool IsUnplugged => _app.Services.GetRequiredService<NetworkCable>().IsPulled;

    /// <summary>Cuts every connection and refuses new ones, until the cable is put back.</summary>
    public Task UnplugAsync() => _app.Services.GetRequiredService<NetworkCable>().PullAsync();

    /// <summary>Listens again, on the same port.</summary>
    /// <exception cref="IOException">Another program took the port meanwhile.</exception>
    public Task PlugInAsync(CancellationToken cancellationToken) => _app.Services.GetRequiredService<NetworkCable>().PutBackAsync(cancellationToken);

    /// <exception cref="ArgumentException">The options hold no proper fault plan; the message names the field.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var app = SandboxApplication.Build(options, time);
        try
        {
            await app.StartAsync(cancellationToken);
            return new SandboxServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
