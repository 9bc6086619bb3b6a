namespace Flint.Operator.Api.PaymentLinks;

// The life of each checkout made from a link, not of the link.
internal sealed record ExpirationDto(long? ExpiresInSeconds, string? ExpirationUrl)
{
    public static ExpirationDto? Of(TimeSpan? life, string? url) => life is { } set ? new ExpirationDto((long)set.TotalSeconds, url) : null;
}
