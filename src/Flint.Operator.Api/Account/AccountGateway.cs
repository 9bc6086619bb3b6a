using Flint.Operator.Api.Http;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Account;

internal sealed class AccountGateway(IAccountApi api, AnswerReader answers) : IAccountGateway
{
    public Task<GatewayResult<AuthContext>> WhoAmIAsync(CancellationToken cancellationToken) =>
        answers.AskAsync(api.GetAuthContextAsync, envelope => envelope.Data?.ToContext(), cancellationToken);
}
