using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Testing.Sync;

/// <summary>Everything the app has logged, a line each, with its level.</summary>
public sealed class BenchLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    internal void Add(LogLevel level, string line) => _lines.Enqueue($"{level}: {line}");
}
