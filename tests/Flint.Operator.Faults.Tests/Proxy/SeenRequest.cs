namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>A request that reached the wire.</summary>
/// <param name="At">On the device's monotonic clock, which no test sets.</param>
internal sealed record SeenRequest(WireMessage Request, TimeSpan At)
{
    public string? Key => Request.Header("Idempotency-Key");
}
