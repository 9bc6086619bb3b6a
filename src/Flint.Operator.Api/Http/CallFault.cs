using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Http;

// Sorts what a call broke on. The line that matters: only what fails before the request is written is "not sent".
internal static class CallFault
{
    public static GatewayResult<T> Read<T>(Exception exception) => exception switch
    {
        ChangedKeyException => new GatewayResult<T>.NotSent(NetworkFault.KeyChanged),
        MissingKeyException => new GatewayResult<T>.NotSent(NetworkFault.NoKey),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new GatewayResult<T>.NotSent(NetworkFault.NameResolution),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new GatewayResult<T>.NotSent(NetworkFault.Connect),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new GatewayResult<T>.NotSent(NetworkFault.Tls),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new GatewayResult<T>.NotSent(NetworkFault.Proxy),

        // SocketsHttpHandler reports its ConnectTimeout as a cancellation that nobody asked for.
        OperationCanceledException { InnerException: TimeoutException } => new GatewayResult<T>.NotSent(NetworkFault.Connect),
        TimeoutException => new GatewayResult<T>.NoAnswer(NetworkFault.TimedOut),
        _ => new GatewayResult<T>.NoAnswer(NetworkFault.Broken),
    };
}
