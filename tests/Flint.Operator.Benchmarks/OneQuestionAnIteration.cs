using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Flint.Operator.Benchmarks;

/// <summary>For questions that are answered in milliseconds: a hundred of them, each measured alone.</summary>
internal sealed class OneQuestionAnIteration : ManualConfig
{
    public OneQuestionAnIteration() => AddJob(Job.Default
        .WithToolchain(BenchmarkConfig.Toolchain)
        .WithStrategy(RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(5)
        .WithIterationCount(100));
}
