namespace Flint.Operator.Sandbox.Account;

/// <summary>Which right each route asks for (contract 1.1): a read takes either of a pair, a write needs the write.</summary>
internal static class ApiScopes
{
    private static readonly (string Route, string Resource, bool HasWrites)[] Resources =
    [
        ("/v1/payment-links", "checkouts.payment_links", true),
        ("/v1/checkout-sessions", "checkouts.checkout_sessions", true),
        ("/v1/orders", "commerce.orders", true),
        ("/v1/refunds", "commerce.refunds", true),
        ("/v1/products", "commerce.products", false),
        ("/v1/merchant", "merchants.profile", false),
    ];

    /// <summary>Every right there is to give.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Resources.SelectMany(resource => resource.HasWrites ? new[] { $"{resource.Resource}.read", $"{resource.Resource}.write" } : [$"{resource.Resource}.read"])];

    /// <summary>Any one of these is enough; empty where a valid key is.</summary>
    public static IReadOnlyList<string> NeededFor(HttpRequest request)
    {
        foreach (var (route, resource, hasWrites) in Resources)
        {
            if (request.Path.StartsWithSegments(route, StringComparison.Ordinal))
                return !HttpMethods.IsGet(request.Method) ? [$"{resource}.write"] : hasWrites ? [$"{resource}.read", $"{resource}.write"] : [$"{resource}.read"];
        }

        return [];
    }
}
