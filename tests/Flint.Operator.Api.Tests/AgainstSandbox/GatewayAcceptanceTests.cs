using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Api.Tests.AgainstSandbox;

public sealed class GatewayAcceptanceTests : GatewayAcceptance, IAsyncLifetime
{
    private readonly SandboxRig _rig = new();

    protected override IOperationGateway Gateway => _rig.Operations;

    protected override IAccountGateway Account => _rig.Account;

    protected override ActiveConnection Connection => _rig.Connection;

    public ValueTask InitializeAsync() => _rig.InitializeAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    protected override Task LoseNextReplyAsync(RecordKind kind) => _rig.BreakAsync("lost_reply", "POST", kind switch
    {
        RecordKind.PaymentLink => "/v1/payment-links",
        RecordKind.Order => "/v1/orders",
        _ => "/v1/checkout-sessions",
    });

    // The sandbox refuses every token that it did not make.
    protected override void RefuseTokens()
    {
    }

    protected override void RefuseKey() => _rig.Connection.Use(_rig.Connection.Current with { ApiKey = "flint_test_wrong" });
}
