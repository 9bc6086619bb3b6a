namespace Flint.Operator.Api.Http;

// Leaves the handler only to become GatewayResult.NotSent(KeyChanged).
internal sealed class ChangedKeyException() : Exception("Nobody has asked yet whose key the one in force is.");
