using Flint.Operator.Sandbox;

namespace Flint.Operator.Load;

/// <summary>Starts a sandbox of its own on loopback, lets the clients loose on it, and stops by itself.</summary>
public static class LoadRun
{
    public static async Task<LoadReport> RunAsync(LoadOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var folder = Directory.CreateTempSubdirectory("flint-load-");
        try
        {
            await using var server = await SandboxServer.StartAsync(new SandboxOptions { DataFile = Path.Combine(folder.FullName, "sandbox.db") }, time, cancellationToken);
            using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = options.Clients });
            var watches = new Stopwatches();
            var api = new ApiCaller(http, server.BaseAddress, server.ApiKey, watches, time);
            var (targets, ledger) = (new SharedTargets(), new Ledger());

            var start = time.GetTimestamp();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stop.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
            await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(number =>
                new LoadClient(api, targets, ledger, new Random((options.Seed * 1000) + number)).RunAsync(stop.Token)));
            var took = time.GetElapsedTime(start);
            var figures = watches.Figures();
            var totals = await Audit.RunAsync(api, ledger, cancellationToken);
            if (watches.Failures > 0)
                ledger.Unexpected($"{watches.Failures} answers were a 5xx");
            return new LoadReport(options, took, figures, totals, [.. ledger.Violations]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
