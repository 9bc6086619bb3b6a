using Flint.Operator.Api.Http;
using Flint.Operator.Core.Account;

namespace Flint.Operator.Api.Account;

internal sealed record AuthContextDto
{
    public string? MerchantId { get; init; }

    public string? Environment { get; init; }

    public string? SandboxId { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public IReadOnlyList<string?>? Scopes { get; init; }

    public AuthContext? ToContext() => string.IsNullOrEmpty(MerchantId) || string.IsNullOrEmpty(Environment)
        ? null
        : new AuthContext(new AccountIdentity(MerchantId, Environment, SandboxId), Scopes.Present(), Name, ExpiresAt);
}
