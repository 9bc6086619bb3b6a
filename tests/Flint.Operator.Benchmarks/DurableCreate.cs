using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Flint.Operator.Benchmarks;

/// <summary>A tap on charge until it is on disk: order, session and both operations in one transaction, WAL, synchronous FULL.</summary>
[Config(typeof(OneCallAnIteration))]
public class DurableCreate : IAsyncDisposable
{
    private DirectoryInfo _folder = null!;
    private Till _till = null!;

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        _till = new Till(_folder.FullName, new Uri("http://127.0.0.1:9"), "flint_test_none");
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _till.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public Task Charge() => _till.ChargeAsync();
}
