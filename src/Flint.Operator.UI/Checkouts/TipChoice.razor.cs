using Flint.Operator.ViewModels.Checkouts;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Checkouts;

public sealed partial class TipChoice
{
    private static readonly IReadOnlyList<int?> Offers = [null, 10, 15];

    private readonly string _group = Controls.ElementId.Next("tip");
    private bool _isCustom;

    [Parameter, EditorRequired] public ShareInput Value { get; set; } = ShareInput.None;

    [Parameter] public EventCallback<ShareInput> ValueChanged { get; set; }

    [Parameter, EditorRequired] public string CurrencyCode { get; set; } = "";

    [Parameter] public string? Error { get; set; }

    protected override void OnParametersSet() => _isCustom |= !Offers.Any(IsOffer);

    private bool IsOffer(int? percent) => percent is null ? Value.IsEmpty : Value == ShareInput.Of(percent, null);

    private Task OfferAsync(int? percent)
    {
        _isCustom = false;
        return ValueChanged.InvokeAsync(ShareInput.Of(percent, null));
    }
}
