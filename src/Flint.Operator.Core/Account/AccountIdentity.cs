namespace Flint.Operator.Core.Account;

/// <summary>Whose records these are: <c>GET /v1/developer/auth-context</c>. A queue is sent only with a key of the same identity.</summary>
/// <param name="MerchantId"><c>mer_…</c>.</param>
/// <param name="Environment"><c>sandbox</c> or <c>live</c>.</param>
/// <param name="SandboxId"><c>test_…</c> for a sandbox key.</param>
public sealed record AccountIdentity(string MerchantId, string Environment, string? SandboxId)
{
    /// <summary>Whether money is real.</summary>
    public bool IsLive => string.Equals(Environment, "live", StringComparison.Ordinal);
}
