using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Server;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>21: the amount at the server is the amount that was tapped.</summary>
internal sealed class AmountCheck : Check
{
    private readonly Dictionary<string, long> _typed = new(StringComparer.Ordinal);

    public override void Tapped(TapSeen tap)
    {
        foreach (var operation in tap.Added.Where(operation => operation.Intent is OperationIntent.CreatePaymentLink or OperationIntent.CreateOrder))
        {
            _typed[operation.Reference] = tap.TypedMinor ?? -1;
        }
    }

    public override void Happened(Effect effect)
    {
        var minor = effect.Record switch
        {
            PaymentLinkSnapshot link => link.AmountMoney?.Minor,
            OrderSnapshot order => order.TotalMoney.Minor,
            _ => null,
        };
        if (effect is { IsNew: true, Key: not null } && minor is not null && (!_typed.TryGetValue(effect.Record.Reference ?? "", out var typed) || typed != minor))
        {
            Violate(21, effect.At, $"{effect.Record.RemoteId} is for {minor}, which nobody tapped for {effect.Record.Reference}");
        }
    }
}
