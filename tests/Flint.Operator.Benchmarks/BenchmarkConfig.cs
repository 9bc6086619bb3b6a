using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Flint.Operator.Benchmarks;

internal static class BenchmarkConfig
{
    // In this process: what is measured needs no build of its own, and the sandbox and the files stay at hand.
    public static IConfig Create() => ManualConfig.CreateEmpty()
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params)
        .AddColumn(new PercentileColumn("p50", 50), new PercentileColumn("p99", 99), StatisticColumn.Max, StatisticColumn.Iterations)
        .WithOption(ConfigOptions.DisableOptimizationsValidator, value: false)
        .WithBuildTimeout(TimeSpan.FromMinutes(2));

    // A drain takes minutes; the limit is there for one that hangs.
    public static InProcessEmitToolchain Toolchain { get; } = new(TimeSpan.FromMinutes(15), logOutput: true);
}
