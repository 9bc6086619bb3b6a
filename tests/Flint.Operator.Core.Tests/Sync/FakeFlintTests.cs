using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>The fake that the engine's tests lean on, held to what the real client does.</summary>
public sealed class FakeFlintTests : GatewayAcceptance
{
    private readonly FakeFlint _flint;

    public FakeFlintTests()
    {
        Connection.Accept(Connection.Current);
        _flint = new FakeFlint(TimeProvider.System, Connection);
    }

    protected override IOperationGateway Gateway => _flint;

    protected override IAccountGateway Account => _flint;

    protected override ActiveConnection Connection { get; } = new(new ApiConnection(ApiConnection.HostedAddress, "flint_test_key"));

    protected override Task LoseNextReplyAsync(RecordKind kind)
    {
        _flint.Fail(FlintFault.LostReply);
        return Task.CompletedTask;
    }

    protected override void RefuseTokens() => _flint.TokensAreExpired = true;

    protected override void RefuseKey() => _flint.KeyIsRefused = true;
}
