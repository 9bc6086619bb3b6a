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
