using System.Text;

namespace Flint.Operator.Api.Tests.Http;

// Gives its text and then breaks, like a connection that is reset.
internal sealed class BreakingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("reset");

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.FromException(new IOException("reset"));
}

// Never gives a byte; tells when it was asked for one.
internal sealed class StallingStream(TaskCompletionSource asked) : MemoryStream
{
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        asked.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
