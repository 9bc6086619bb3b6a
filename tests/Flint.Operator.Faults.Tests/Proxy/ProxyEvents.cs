using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>What tests wait for instead of sleeping.</summary>
internal sealed class ProxyEvents
{
    private readonly Channel<bool> _stalls = Channel.CreateUnbounded<bool>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _answered = new(StringComparer.Ordinal);

    /// <summary>A request will get no further: the client's limit is what ends it.</summary>
    public void Stalled() => _stalls.Writer.TryWrite(true);

    public Task<bool> NextStallAsync(CancellationToken cancellationToken) => _stalls.Reader.ReadAsync(cancellationToken).AsTask();

    /// <summary>A whole reply of the server went to the client.</summary>
    public void Answered(WireMessage request)
    {
        if (request.Header("Idempotency-Key") is { } key)
        {
            Of(key).TrySetResult();
        }
    }

    /// <summary>Another request under the same key was answered.</summary>
    public Task ResentAsync(string key) => Of(key).Task;

    private TaskCompletionSource Of(string key) => _answered.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
