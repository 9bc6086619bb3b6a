using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Simulation.Server;

/// <summary>What the server says to a write: a record or a problem.</summary>
internal sealed record ServerAnswer(int Status, RemoteRecord? Record, string? Code)
{
    public bool IsReplay { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? ExistingSessionId { get; init; }

    public static ServerAnswer Ok(RemoteRecord record, int status = 200) => new(status, record, null);

    public static ServerAnswer Problem(int status, string code) => new(status, null, code);

    public GatewayResult<RemoteRecord> AsResult(ResponseInfo info)
    {
        var told = info with { Status = Status, IsReplay = IsReplay, RetryAfter = RetryAfter };
        return Record is not null
            ? new GatewayResult<RemoteRecord>.Succeeded(Record, told)
            : new GatewayResult<RemoteRecord>.Answered(
                new ApiProblem { Status = Status, Code = Code!, Message = "Told by the server.", ExistingCheckoutSessionId = ExistingSessionId }, told);
    }
}
