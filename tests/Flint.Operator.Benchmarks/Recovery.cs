using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Benchmarks;

/// <summary>A start with 10,000 operations queued: open the file, recover, and be ready to send.</summary>
[Config(typeof(OneRun))]
public class Recovery
{
    private const int Queued = 10_000;

    private DirectoryInfo _folder = null!;
    private Till? _till;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        await using var till = Open();
        await till.Get<RecoverPhase>().RunAsync(CancellationToken.None);
        for (var i = 0; i < Queued / 2; i++)
        {
            await till.ChargeAsync();
        }
    }

    [GlobalCleanup]
    public void Remove() => _folder.Delete(recursive: true);

#pragma warning disable VSTHRD002 // What stands around an iteration cannot be awaited.
    [IterationCleanup]
    public void Close()
    {
        var open = _till!.Get<IOperatorStore>().LoadOpenAsync(CancellationToken.None).GetAwaiter().GetResult().Count;
        _till.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (open != Queued)
        {
            throw new InvalidOperationException($"{open} operations were open.");
        }
    }
#pragma warning restore VSTHRD002

    [Benchmark]
    public Task Recover()
    {
        _till = Open();
        return _till.Get<RecoverPhase>().RunAsync(CancellationToken.None);
    }

    private Till Open() => new(_folder.FullName, new Uri("http://127.0.0.1:9"), "flint_test_none");
}
