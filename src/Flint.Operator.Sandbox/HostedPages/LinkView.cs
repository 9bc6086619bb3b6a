using System.Globalization;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <param name="Attempt">Made with the page, so that one page buys once however often its button is pressed.</param>
internal sealed record LinkView(PaymentLinkDocument Link, string Context, string Attempt)
{
    public FormProblem? Problem { get; init; }

    /// <summary>What the buyer had typed before something was refused.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Description => Link.Settings["description"]?.GetValue<string>();

    public LegalLinks Legal { get; } = new(Link.Settings);

    public bool IsDonation => Link.PaymentLinkType is "donation";

    public string? FirstAdjustable => Link.Lines.FirstOrDefault(line => line.BuyerSetsQuantity)?.Key;

    /// <summary>Known beforehand only where the buyer has no price to choose.</summary>
    public Money? FixedTotal => Link.Lines.All(line => line is { UnitPrice: not null, BuyerSetsPrice: false })
        ? new Money(Link.Lines.Sum(line => line.UnitPrice!.Value.Amount * line.Quantity), Link.Currency)
        : null;

    /// <summary>When and where, for an event.</summary>
    public string? Event
    {
        get
        {
            var config = Link.Settings["event_config"];
            var at = Timestamp.TryRead(config?["event_at"]?.GetValue<string>() ?? "", out var instant)
                ? instant.UtcDateTime.ToString("dddd, d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
                : null;
            string?[] parts = [at, config?["venue"]?.GetValue<string>()];
            return parts.Any(part => part is { Length: > 0 }) ? string.Join(" · ", parts.Where(part => part is { Length: > 0 })) : null;
        }
    }

    /// <summary>Said only when it is little: a large number tells a buyer nothing.</summary>
    public int? FewLeft => Link.Remaining is <= 10 and var left ? left : null;

    public string TypedOr(string name, string otherwise) => Typed.GetValueOrDefault(name, otherwise);
}
