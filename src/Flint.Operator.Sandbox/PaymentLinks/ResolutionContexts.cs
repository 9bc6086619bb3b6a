using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>Signed proof of what a buyer was shown: this link, in this version, at this time.</summary>
internal sealed class ResolutionContexts(SandboxIdentity identity)
{
    private const string Prefix = "plrc_v1.";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(identity.SigningSecret);

    public (string Context, DateTimeOffset ExpiresAt, DateTimeOffset Deadline) Issue(PaymentLinkDocument link, DateTimeOffset now)
    {
        var expiresAt = now + Life;
        var claim = string.Create(CultureInfo.InvariantCulture, $"{link.Id}.{link.Version}.{expiresAt.ToUnixTimeSeconds()}");
        return ($"{Prefix}{claim}.{Sign(claim)}", expiresAt, expiresAt - Margin);
    }

    public void Check(string context, PaymentLinkDocument link, DateTimeOffset now)
    {
        var parts = context.StartsWith(Prefix, StringComparison.Ordinal) ? context[Prefix.Length..].Split('.') : [];
        if (parts.Length != 4 || parts[0] != link.Id || !IsSigned(string.Join('.', parts[..3]), parts[3]))
            throw Problem.Invalid("PAYMENT_LINK_RESOLUTION_CONTEXT_INVALID", "The context does not belong to this link.", "resolution_context");

        // A buyer must begin by the deadline. The time after it belongs to repeats of a call that was begun: those come from the key's memory.
        var deadline = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)) - Margin;
        if (now >= deadline)
            throw Problem.Conflict("PAYMENT_LINK_RESOLUTION_CONTEXT_REFRESH_REQUIRED", "The context is too old.", nextSteps: "Read the public link again; use its context and a new key.");
        if (parts[1] != link.Version.ToString(CultureInfo.InvariantCulture))
            throw Problem.Conflict("PAYMENT_LINK_CHANGED_RETRY", "The link was changed meanwhile.", nextSteps: "Read the public link again; use its context and a new key.");
    }

    private string Sign(string claim) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(claim)));

    private bool IsSigned(string claim, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(claim)), Encoding.UTF8.GetBytes(signature));
}
