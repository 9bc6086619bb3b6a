using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Pull;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Benchmarks;

/// <summary>The first pull of 100,000 records, with everything but the network: JSON, adoption, rows, cursor, FULL.</summary>
[Config(typeof(OneRun))]
public class Pull : IDisposable
{
    private const int Records = 100_000;

    private DirectoryInfo _folder = null!;
    private Till _till = null!;
    private long _peak;

    [IterationSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        _till = new Till(
            _folder.FullName,
            new Uri("http://127.0.0.1:9"),
            "flint_test_none",
            services => services.AddHttpClient("Flint").ConfigurePrimaryHttpMessageHandler(() => new CannedLists(Records)));
        GC.Collect();
    }

#pragma warning disable VSTHRD002 // What stands around an iteration cannot be awaited.
    [IterationCleanup]
    public void Close()
    {
        _peak = Math.Max(_peak, Process.GetCurrentProcess().PeakWorkingSet64);
        var count = _till.Get<IOperatorStore>().FindLidsAsync([CannedLists.IdOf(0), CannedLists.IdOf(Records - 1)], CancellationToken.None).GetAwaiter().GetResult().Count;
        _till.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Delete(recursive: true);
        if (count != 2)
        {
            throw new InvalidOperationException("Not everything was pulled.");
        }
    }

#pragma warning restore VSTHRD002

    [GlobalCleanup]
    public void Dispose()
    {
        Console.WriteLine($"Peak working set of this process: {_peak / 1024 / 1024} MB");
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public async Task PullAll()
    {
        var pull = _till.Get<PullPhase>();
        await _till.Get<RecoverPhase>().RunAsync(CancellationToken.None);
        await _till.Get<IdentifyPhase>().RunAsync(CancellationToken.None);
        while (pull.Wait(_till.Get<SyncClock>().Now()) == TimeSpan.Zero)
        {
            await pull.RunAsync(CancellationToken.None);
        }
    }
}
