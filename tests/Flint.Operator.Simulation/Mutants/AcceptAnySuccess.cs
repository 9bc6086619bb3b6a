using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Devices;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Any 200 is success: a portal's page and somebody else's record count as ours.</summary>
internal sealed class AcceptAnySuccess() : Mutant("accept-any-200")
{
    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new ResultChanger(gateway, (request, kind, result) => result switch
    {
        GatewayResult<RemoteRecord>.Unreadable { Info: { Status: 200 } page } => new GatewayResult<RemoteRecord>.Succeeded(Believed(request, kind), page),
        GatewayResult<RemoteRecord>.Succeeded { Value.Reference: null } foreign => new GatewayResult<RemoteRecord>.Succeeded(Believed(request, kind), foreign.Info),
        _ => result,
    });

    private static RemoteRecord Believed(WireRequest request, RecordKind kind)
    {
        var wire = FakeWire.Decode(request);
        var money = new Money(wire.Minor, Currency.Of(wire.Currency));
        return kind switch
        {
            RecordKind.PaymentLink => new PaymentLinkSnapshot
            {
                RemoteId = $"pl_{wire.Reference}", Reference = wire.Reference, Title = wire.Title, AmountMoney = money, IsActive = true, Url = "https://portal.example/", Version = 1, CompletedCount = 0,
            },
            RecordKind.Order => new OrderSnapshot
            {
                RemoteId = $"ord_{wire.Reference}", Reference = wire.Reference, Status = "open", PaymentStatus = "unpaid", LineItems = [], TotalMoney = money, TipMoney = money, PaidMoney = money, OutstandingMoney = money,
            },
            _ => new CheckoutSessionSnapshot { RemoteId = $"cs_{wire.Reference}", Reference = wire.Reference, OrderId = wire.OrderId, Status = "open" },
        };
    }
}
