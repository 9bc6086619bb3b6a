using System.Collections.Concurrent;
using System.Net;
using Flint.Operator.Core.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Api.Tests.Http;

public sealed class LoggingTests
{
    [Fact]
    public async Task Send_EverythingIsLogged_NoAddressHeaderOrBodyIs()
    {
        using var log = new CapturingLog();
        using var rig = new ApiRig(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link)).Answer(HttpStatusCode.OK, Answers.Data("[]"));

        await rig.SendLinkAsync();
        await rig.Operations.FindAsync(RecordKind.PaymentLink, Given.Reference, CancellationToken.None);

        Assert.Equal(2, rig.Transport.Sent.Count);
        Assert.All(["example.test", "/v1/", "flint_test_key", "key-1", Given.Reference, "Stall deposit"], secret =>
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private sealed class CapturingLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
