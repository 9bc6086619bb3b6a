using Flint.Operator.Api.Http;
using Refit;

namespace Flint.Operator.Api.Account;

internal interface IAccountApi
{
    // The one request that may carry a key of which nobody knows yet whose it is.
    const string AuthContextPath = "/v1/developer/auth-context";

    [Get(AuthContextPath)]
    Task<IApiResponse<EnvelopeDto<AuthContextDto>>> GetAuthContextAsync(CancellationToken cancellationToken);

    [Get("/v1/merchant")]
    Task<IApiResponse<EnvelopeDto<MerchantDto>>> GetMerchantAsync(CancellationToken cancellationToken);
}
