using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Benchmarks;

/// <summary>A start with 10,000 operations queued, or every one of them in doubt: open the file, recover, and be ready to send.</summary>
[Config(typeof(OneRun))]
public class Recovery
{
    private const int Queued = 10_000;

    private DirectoryInfo _folder = null!;
    private Till? _till;

    [GlobalSetup(Target = nameof(Recover))]
    public async Task FillAsync()
    {
        await using var till = await BeginAsync();
        for (var i = 0; i < Queued / 2; i++)
        {
            await till.ChargeAsync();
        }
    }

    // Out on the wire when the app died. Each start is a run of its own, so each of them has all of it to settle.
    [GlobalSetup(Target = nameof(RecoverInDoubt))]
    public async Task FillWithDoubtAsync()
    {
        await using var till = await BeginAsync();
        for (var i = 0; i < Queued; i++)
        {
            await till.CreateLinkAsync();
        }

        foreach (var operation in await till.Get<IOperatorStore>().LoadOpenAsync(CancellationToken.None))
        {
            var started = new OperationEvent.AttemptStarted(till.Get<IOperationGateway>().Encode(operation, new WireTargets()));
            await till.Get<OperationJournal>().MoveAsync(operation, started, [], CancellationToken.None);
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
    public Task<bool> Recover() => StartAsync();

    [Benchmark]
    public Task<bool> RecoverInDoubt() => StartAsync();

    private async Task<Till> BeginAsync()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        var till = Open();
        await till.Get<RecoverPhase>().RunAsync(CancellationToken.None);
        return till;
    }

    private Task<bool> StartAsync()
    {
        _till = Open();
        return _till.Get<RecoverPhase>().RunAsync(CancellationToken.None);
    }

    private Till Open() => new(_folder.FullName, new Uri("http://127.0.0.1:9"), "flint_test_none");
}
