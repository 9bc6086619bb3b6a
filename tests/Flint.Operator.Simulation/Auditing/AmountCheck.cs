using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>21: the amount at the server is the amount that was tapped.</summary>
internal sealed class AmountCheck : Check
{
    private readonly Dictionary<string, long> _typed = new(StringComparer.Ordinal);
    private readonly HashSet<long> _ever = [];

    public override void Tapped(TapSeen tap)
    {
        if (tap.TypedMinor is { } typed)
        {
            _ever.Add(typed);
        }

        foreach (var operation in tap.After.Operations.Values.Where(operation => operation.Intent is OperationIntent.CreatePaymentLink or OperationIntent.CreateOrder))
        {
            if (!tap.Before.Operations.TryGetValue(operation.Id, out var before) || !ReferenceEquals(before.Intent, operation.Intent))
            {
                _typed[operation.Reference] = tap.TypedMinor ?? -1;
            }
        }
    }

    // An edit that came after the backup is gone; what counts again is what had been tapped until then.
    public override void Restored(string device, StoreState rows)
    {
        foreach (var operation in rows.Operations.Values)
        {
            _typed[operation.Reference] = operation.Intent switch
            {
                OperationIntent.CreatePaymentLink link => link.Draft.AmountMoney!.Minor,
                OperationIntent.CreateOrder order => order.Draft.EstimatedTotal.Minor,
                _ => -1,
            };
        }
    }

    public override void Happened(Effect effect)
    {
        if (effect is not { Key: not null, Request: { } request } || MinorOf(effect.Record) is not { } minor)
        {
            return;
        }

        if (effect.IsNew && (!_typed.TryGetValue(effect.Record.Reference ?? "", out var typed) || typed != minor))
        {
            Violate(21, effect.At, $"{effect.Record.RemoteId} is for {minor}, which nobody tapped for {effect.Record.Reference}");
        }

        if (!effect.IsNew && FakeWire.Decode(request).Minor is > 0 and var changed && !_ever.Contains(changed))
        {
            Violate(21, effect.At, $"{effect.Record.RemoteId} was changed to {changed}, which nobody tapped");
        }
    }

    private static long? MinorOf(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot link => link.AmountMoney?.Minor,
        OrderSnapshot order => order.TotalMoney.Minor,
        _ => null,
    };
}
