namespace Flint.Operator.Api.Http;

// Leaves the handler only to become GatewayResult.NotSent(NoKey).
internal sealed class MissingKeyException() : Exception("There is no API key to send with.");
