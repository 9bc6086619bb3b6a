using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Benchmarks;

/// <summary>A tap must not feel what sync is doing: the same write with sync idle, sending all the time, and stuck in a request that is never answered.</summary>
[Config(typeof(OneCallAnIteration))]
public class CommitWhileSyncing : IAsyncDisposable
{
    private const int Queued = 500;

    private readonly CancellationTokenSource _stop = new();
    private readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);
    private DirectoryInfo _folder = null!;
    private SilentServer _silent = null!;
    private Till _till = null!;
    private Task _sync = Task.CompletedTask;

    public enum Sync
    {
        Idle,
        Running,
        Stalled,
    }

    [ParamsAllValues]
    public Sync While { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        _silent = new SilentServer();
        _till = new Till(_folder.FullName, _silent.Address, "flint_test_none", services =>
        {
            if (While != Sync.Stalled)
            {
                services.AddHttpClient("Flint").ConfigurePrimaryHttpMessageHandler(() => new DistantApi());
            }
        });
        for (var i = 0; i < Queued; i++)
        {
            await _till.CreateLinkAsync();
        }

        if (While != Sync.Idle)
        {
            _sync = Task.Run(() => _till.Get<SyncLoop>().RunAsync(_stop.Token));
        }

        if (While == Sync.Stalled)
        {
            await _silent.WaitAsync();
        }
    }

    // Nobody taps a thousand times a second: without a pause the taps would measure only each other. Forty a second keep sync busy.
    [IterationSetup]
    public void Pause() => Thread.Sleep(_pause);

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        var left = (await _till.Get<IOutboxStore>().SummariseAsync(CancellationToken.None)).Waiting;
        Console.WriteLine($"Still waiting at the end: {left}");
        await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // Started by OpenAsync of this very benchmark.
        await _sync;
#pragma warning restore VSTHRD003
        await _till.DisposeAsync();
        _silent.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public Task CreateLink() => _till.CreateLinkAsync();
}
