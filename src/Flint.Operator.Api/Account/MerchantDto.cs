namespace Flint.Operator.Api.Account;

internal sealed record MerchantDto
{
    public string? MerchantId { get; init; }

    public string? BusinessName { get; init; }
}
