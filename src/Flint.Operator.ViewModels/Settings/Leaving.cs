namespace Flint.Operator.ViewModels.Settings;

/// <summary>A change of the connection that was stopped because operations wait for the account it would leave.</summary>
/// <param name="Waiting">How many wait.</param>
/// <param name="MerchantId">The account they belong to; null while the API has not told.</param>
/// <param name="IsSignOut">The key was to be removed; otherwise another key or address was to be used.</param>
public sealed record Leaving(int Waiting, string? MerchantId, bool IsSignOut);
