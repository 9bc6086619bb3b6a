using BenchmarkDotNet.Running;

namespace Flint.Operator.Benchmarks;

internal static class Program
{
    // dotnet run -c Release --project tests/Flint.Operator.Benchmarks -- --filter '*'
    public static void Main(string[] arguments) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, BenchmarkConfig.Create());
}
