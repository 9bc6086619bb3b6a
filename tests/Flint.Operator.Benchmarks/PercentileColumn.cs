using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Perfolizer.Mathematics.QuantileEstimators;

namespace Flint.Operator.Benchmarks;

/// <summary>One percentile of the iterations; a benchmark that wants it of single calls makes one call an iteration.</summary>
internal sealed class PercentileColumn(string name, int percent) : IColumn
{
    public string Id => $"Percentile{percent}";

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => percent;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Time;

    public string Legend => $"{percent} of 100 iterations took no longer";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var sorted = summary[benchmarkCase]?.AllMeasurements
            .Where(m => m.IterationMode == BenchmarkDotNet.Engines.IterationMode.Workload && m.IterationStage == BenchmarkDotNet.Engines.IterationStage.Actual)
            .Select(m => m.Nanoseconds / m.Operations)
            .Order()
            .ToList();
        return sorted is not { Count: > 0 }
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{sorted[(int)Math.Ceiling(sorted.Count * percent / 100.0) - 1] / 1_000_000:0.000} ms");
    }

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
