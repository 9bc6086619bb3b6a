using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Flint.Operator.Benchmarks;

/// <summary>So that percentiles are those of single calls.</summary>
internal sealed class OneCallAnIteration : ManualConfig
{
    public OneCallAnIteration() => AddJob(Job.Default
        .WithToolchain(BenchmarkConfig.Toolchain)
        .WithStrategy(RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(200)
        .WithIterationCount(3000));
}
