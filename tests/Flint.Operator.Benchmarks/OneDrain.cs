using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Flint.Operator.Benchmarks;

/// <summary>A drain takes minutes, and the first one is the one that counts.</summary>
internal sealed class OneDrain : ManualConfig
{
    public OneDrain() => AddJob(Job.Default
        .WithToolchain(BenchmarkConfig.Toolchain)
        .WithStrategy(RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(0)
        .WithIterationCount(1));
}
