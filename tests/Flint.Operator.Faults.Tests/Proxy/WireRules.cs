namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>What must hold of every request that reaches the wire, whatever goes wrong.</summary>
internal static class WireRules
{
    /// <summary>Where the guest network would like to lead us.</summary>
    public const string PortalPath = "/guest-network/login";

    public static void Check(IReadOnlyList<SeenRequest> seen, string apiKey)
    {
        Assert.All(seen, request => Assert.DoesNotContain(apiKey, request.Request.Target, StringComparison.Ordinal));
        Assert.All(seen, request => Assert.Equal("Bearer " + apiKey, request.Request.Header("Authorization")));
        Assert.DoesNotContain(seen, request => request.Request.Target.StartsWith(PortalPath, StringComparison.Ordinal));

        // A bodyless POST is one that the HTTP client may send twice by itself.
        var writes = seen.Where(request => request.Request.IsWrite).ToList();
        Assert.All(writes, write => Assert.NotEmpty(write.Request.Body));
        Assert.All(writes, write => Assert.False(string.IsNullOrEmpty(write.Key)));
        Assert.All(writes.GroupBy(write => write.Key, StringComparer.Ordinal), CheckSameBytes);
    }

    private static void CheckSameBytes(IEnumerable<SeenRequest> underOneKey)
    {
        var first = underOneKey.First().Request;
        Assert.All(underOneKey, again => Assert.Equal((first.Method, first.Target), (again.Request.Method, again.Request.Target)));
        Assert.All(underOneKey, again => Assert.Equal(first.Body, again.Request.Body));
    }
}
