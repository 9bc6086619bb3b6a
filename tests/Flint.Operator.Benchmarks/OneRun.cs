using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Flint.Operator.Benchmarks;

/// <summary>For what takes long by itself: every iteration is one whole run on fresh files.</summary>
internal sealed class OneRun : ManualConfig
{
    public OneRun() => AddJob(Job.Default
        .WithToolchain(BenchmarkConfig.Toolchain)
        .WithStrategy(RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(1)
        .WithIterationCount(5));
}
