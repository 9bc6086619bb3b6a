using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Core.Account;

/// <summary>Asks the API whose key this is. It is also the cheapest read there is, so it serves as the probe for reachability.</summary>
public interface IAccountGateway
{
    /// <summary><c>GET /v1/developer/auth-context</c>.</summary>
    Task<GatewayResult<AuthContext>> WhoAmIAsync(CancellationToken cancellationToken);
}
