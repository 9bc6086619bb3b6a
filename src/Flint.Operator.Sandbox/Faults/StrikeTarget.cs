using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>What a rule sees of a request.</summary>
internal readonly record struct StrikeTarget(string Method, string Path, bool IsList)
{
    /// <summary>The method and the pattern of the route, without the id of any record: what strikes are counted by.</summary>
    public string Route { get; private init; } = "elsewhere";

    public bool IsWrite => !HttpMethods.IsGet(Method) && !HttpMethods.IsHead(Method);

    public static StrikeTarget Of(HttpContext http, EndpointDataSource routes) =>
        new(http.Request.Method, http.Request.Path.Value ?? "", IsListRoute(http, routes))
        {
            Route = http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? $"{http.Request.Method} {pattern}" : "elsewhere",
        };

    /// <summary>A list is a route of the API under which its members can be read one by one.</summary>
    private static bool IsListRoute(HttpContext http, EndpointDataSource routes) =>
        HttpMethods.IsGet(http.Request.Method) && ApiHeaders.IsApi(http) && http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } list } &&
        routes.Endpoints.OfType<RouteEndpoint>().Any(route =>
            route.RoutePattern.RawText is { } member && member.StartsWith(list + "/{", StringComparison.Ordinal) &&
            member.IndexOf('/', list.Length + 1) < 0 &&
            route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) == true);
}
