using System.Globalization;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.PaymentLinks;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.PaymentLinks;

/// <summary>Everything of a link beyond title and amount.</summary>
public sealed partial class LinkOptions
{
    private static readonly int[] OfferedMinutes = [15, 30, 60, 120, 720, 1440];

    private readonly string _group = ElementId.Next("pricing");

    [Parameter, EditorRequired] public LinkTermsForm Form { get; set; } = default!;

    [Parameter, EditorRequired] public LinkLocks Locks { get; set; } = default!;

    /// <summary>What is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, string?> ErrorText { get; set; } = default!;

    /// <summary>Told when who sets the price has changed: other fields stand above then.</summary>
    [Parameter] public EventCallback OnPricing { get; set; }

    [Inject] private LinkWords Words { get; set; } = default!;

    private IReadOnlyList<LinkPricing> Offered => Locks.Kind ? [LinkPricing.Fixed, LinkPricing.BuyerChooses] : Enum.GetValues<LinkPricing>();

    // A life that another app has set stays on offer.
    private IReadOnlyList<FieldOption> Lives =>
    [
        .. OfferedMinutes.Select(minutes => TimeSpan.FromMinutes(minutes)).Append(Form.CheckoutLife ?? TimeSpan.Zero).Where(life => life > TimeSpan.Zero).Distinct().Order()
            .Select(life => new FieldOption(Seconds(life), Words.Life(life)))
            .Prepend(new FieldOption("", Words.Life(null))),
    ];

    private static string Seconds(TimeSpan? life) => life is { } set ? set.TotalSeconds.ToString(CultureInfo.InvariantCulture) : "";

    private void SetLife(string seconds) => Form.CheckoutLife = seconds.Length > 0 ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : null;

    private Task PriceAsync(LinkPricing pricing)
    {
        Form.Pricing = pricing;
        return OnPricing.InvokeAsync();
    }
}
