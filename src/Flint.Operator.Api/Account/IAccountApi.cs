using Flint.Operator.Api.Http;
using Refit;

namespace Flint.Operator.Api.Account;

internal interface IAccountApi
{
    [Get("/v1/developer/auth-context")]
    Task<IApiResponse<EnvelopeDto<AuthContextDto>>> GetAuthContextAsync(CancellationToken cancellationToken);

    [Get("/v1/merchant")]
    Task<IApiResponse<EnvelopeDto<MerchantDto>>> GetMerchantAsync(CancellationToken cancellationToken);
}
