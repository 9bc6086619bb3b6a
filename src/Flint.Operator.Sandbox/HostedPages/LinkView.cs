using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <param name="Attempt">Made with the page, so that one page buys once however often its button is pressed.</param>
internal sealed record LinkView(PaymentLinkDocument Link, string Context, string Attempt)
{
    public string? Error { get; init; }

    /// <summary>What the buyer had typed before something was refused.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Description => Link.Settings["description"]?.GetValue<string>();

    public string? FirstAdjustable => Link.Lines.FirstOrDefault(line => line.BuyerSetsQuantity)?.Key;

    /// <summary>Known beforehand only where the buyer has nothing to choose.</summary>
    public Money? FixedTotal => Link.Lines.All(line => line is { UnitPrice: not null, BuyerSetsPrice: false })
        ? new Money(Link.Lines.Sum(line => line.UnitPrice!.Value.Amount * line.Quantity), Link.Currency)
        : null;

    public string TypedOr(string name, string otherwise) => Typed.GetValueOrDefault(name, otherwise);
}
