using System.Net.Http.Headers;

namespace Flint.Operator.Api.Http;

// Both forms of RFC 9110. A date is read against the server's own clock where it sent one: ours may be hours off.
internal static class RetryAfter
{
    // A wait longer than a day is a mistake somewhere: it would outlast the keys it holds back.
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.RetryAfter is { } value)
        {
            return Bound(value.Delta ?? (value.Date!.Value - (headers.Date ?? now)));
        }

        // More seconds than an int holds do not parse, but they still say "long".
        var isHuge = headers.TryGetValues("Retry-After", out var values) && values.First() is { Length: > 9 } text && text.All(char.IsAsciiDigit);
        return isHuge ? Longest : null;
    }

    private static TimeSpan Bound(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
