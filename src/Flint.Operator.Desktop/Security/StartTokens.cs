using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Flint.Operator.Desktop.Security;

/// <summary>
/// What proves that a browser was sent by the person who started the app. Loopback alone proves nothing: other accounts on this
/// machine and other pages in this browser reach it too. Each token opens the app once.
/// </summary>
internal sealed class StartTokens(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<Issued> _open = [];

    /// <summary>A token that stays good until it is used, for the address on standard output.</summary>
    public StartToken Issue() => Issue(DateTimeOffset.MaxValue);

    /// <summary>A token that also ends by the clock, for a file that may be left behind.</summary>
    public StartToken Issue(TimeSpan lifetime) => Issue(time.GetUtcNow() + lifetime);

    /// <summary>Whether the text is an open token; if so it is used up by this call.</summary>
    public bool Redeem(string text)
    {
        var offered = Encoding.UTF8.GetBytes(text);
        Issued? match = null;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _open.RemoveAll(issued => issued.Until <= now);

            // Every token is compared whole, so that the time taken tells nothing about any of them.
            foreach (var issued in _open)
            {
                if (CryptographicOperations.FixedTimeEquals(issued.Bytes, offered))
                    match = issued;
            }

            if (match is not null)
                _open.Remove(match);
        }

        match?.Used.SetResult();
        return match is not null;
    }

    private StartToken Issue(DateTimeOffset until)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var used = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _open.Add(new Issued(Encoding.UTF8.GetBytes(text), until, used));

        return new StartToken(text, used.Task);
    }

    private sealed record Issued(byte[] Bytes, DateTimeOffset Until, TaskCompletionSource Used);
}
