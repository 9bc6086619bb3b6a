namespace Flint.Operator.Core.Sync.Connections;

/// <summary>Everything a call to the API can come to. Network outcomes are values: nothing above the gateway catches anything.</summary>
/// <typeparam name="T">What a good answer carries.</typeparam>
public abstract record GatewayResult<T>
{
    private GatewayResult()
    {
    }

    /// <summary>A good answer of the right shape.</summary>
    public sealed record Succeeded(T Value, ResponseInfo Info) : GatewayResult<T>;

    /// <summary>The API answered with its error envelope.</summary>
    public sealed record Answered(ApiProblem Problem, ResponseInfo Info) : GatewayResult<T>;

    /// <summary>Something answered, but not in the API's shape: a captive portal, a proxy, a broken body.</summary>
    public sealed record Unreadable(ResponseInfo Info) : GatewayResult<T>;

    /// <summary>The request surely never left: name resolution, connect, TLS or proxy tunnel failed.</summary>
    public sealed record NotSent(NetworkFault Fault) : GatewayResult<T>;

    /// <summary>The request may have left and no status line came back.</summary>
    public sealed record NoAnswer(NetworkFault Fault) : GatewayResult<T>;
}
