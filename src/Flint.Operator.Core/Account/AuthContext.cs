namespace Flint.Operator.Core.Account;

/// <summary>Who a key belongs to and what it may do (contract section 14).</summary>
/// <param name="Identity">Merchant and mode.</param>
/// <param name="Scopes">The key's rights, to compare before an action is offered.</param>
/// <param name="KeyName">The label its owner gave the key.</param>
/// <param name="ExpiresAt">When the key ends, UTC; null for never.</param>
public sealed record AuthContext(AccountIdentity Identity, IReadOnlyList<string> Scopes, string? KeyName, DateTimeOffset? ExpiresAt);
