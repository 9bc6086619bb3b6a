namespace Flint.Operator.Core.Sync.Push;

/// <summary>A write exactly as it leaves: frozen at the first send, so that every resend is the same to the byte.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path below the base URL, e.g. <c>/v1/orders</c>.</param>
/// <param name="Body">The JSON body, never empty: an HTTP client may send a bodyless POST twice by itself.</param>
public sealed record WireRequest(string Method, string Path, ReadOnlyMemory<byte> Body)
{
    /// <inheritdoc />
    public bool Equals(WireRequest? other) =>
        other is not null && Method == other.Method && Path == other.Path && Body.Span.SequenceEqual(other.Body.Span);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Method, Path, Body.Length);

    /// <summary>Method and path only: bodies hold what people typed and stay out of logs.</summary>
    public override string ToString() => $"{Method} {Path}";
}
