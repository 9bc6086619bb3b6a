using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Sync;
using Flint.Operator.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Benchmarks;

/// <summary>10,000 queued links against the sandbox, which permits 100 requests a second and answers the rest with a 429.</summary>
[Config(typeof(OneDrain))]
public class Drain : IAsyncDisposable
{
    private const int Queued = 10_000;
    private const int Permitted = 100;

    private readonly QuietWatch _quiet = new();
    private DirectoryInfo _folder = null!;
    private SandboxServer _sandbox = null!;
    private Till _till = null!;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        var options = new SandboxOptions { DataFile = Path.Combine(_folder.FullName, "sandbox.db"), RequestsPerSecond = Permitted };
        _sandbox = await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
        _till = new Till(_folder.FullName, _sandbox.BaseAddress, _sandbox.ApiKey, services => services.AddHttpClient("Flint").AddHttpMessageHandler(() => _quiet));
        for (var i = 0; i < Queued; i++)
        {
            await _till.CreateLinkAsync();
        }
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        Console.WriteLine(_quiet.Report(Permitted));
        await _till.DisposeAsync();
        await _sandbox.DisposeAsync();
        _quiet.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public async Task DrainAll()
    {
        using var stop = new CancellationTokenSource();
        var loop = Task.Run(() => _till.Get<SyncLoop>().RunAsync(stop.Token));
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = Queued;
        using var watch = _till.Get<ChangeFeed>().Subscribe(_ => Note());
        await done.Task;
        await stop.CancelAsync();
        await loop;

        // Each link is written three times after it was tapped: begun, ended, and nothing else.
        void Note()
        {
            if (_quiet.Done >= Queued && Interlocked.Exchange(ref left, 0) > 0)
            {
                done.TrySetResult();
            }
        }
    }
}
