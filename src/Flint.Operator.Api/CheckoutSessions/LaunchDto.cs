using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.Api.CheckoutSessions;

internal sealed record LaunchDto
{
    public CheckoutSessionDto? CheckoutSession { get; init; }

    public CheckoutAccessDto? CheckoutAccess { get; init; }

    public HostedCheckoutDto? HostedCheckout { get; init; }

    // The three places that editions of the API put the page's URL in (contract 13); its fragment is a secret and stays whole.
    public CheckoutSessionSnapshot? ToSnapshot() =>
        CheckoutSession?.ToSnapshot() is { } session ? session with { Url = session.Url ?? CheckoutAccess?.HostedUrl ?? HostedCheckout?.Url } : null;
}

internal sealed record CheckoutAccessDto
{
    public string? HostedUrl { get; init; }
}

internal sealed record HostedCheckoutDto
{
    public string? Url { get; init; }
}
