using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Testing.Api;

/// <summary>What the answers of <see cref="FakeFlint"/> carry.</summary>
internal sealed class FakeAnswers(TimeProvider time)
{
    public int Calls { get; set; }

    public GatewayResult<T> Problem<T>(int status, string code, bool replay = false, TimeSpan? retryAfter = null) =>
        new GatewayResult<T>.Answered(new ApiProblem { Status = status, Code = code, Message = $"{code} it is." }, Info(status) with { IsReplay = replay, RetryAfter = retryAfter });

    public ResponseInfo Info(int status) => new() { Status = status, ServerDate = time.GetUtcNow(), RequestId = $"req_{Calls}" };
}
