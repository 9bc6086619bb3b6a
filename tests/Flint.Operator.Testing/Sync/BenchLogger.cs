using Microsoft.Extensions.Logging;

namespace Flint.Operator.Testing.Sync;

/// <summary>Writes into the log of its bench.</summary>
internal sealed class BenchLogger<T>(BenchLog log) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        log.Add(logLevel, formatter(state, exception));
}
