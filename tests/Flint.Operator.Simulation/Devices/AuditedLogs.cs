using Microsoft.Extensions.Logging;

namespace Flint.Operator.Simulation.Devices;

/// <summary>Shows every line the app would log, at every level, to the auditor.</summary>
internal sealed class AuditedLogs(World world) : ILoggerFactory, ILogger
{
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one log.");

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        world.Auditor.Logged(world.Time.Now, exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
