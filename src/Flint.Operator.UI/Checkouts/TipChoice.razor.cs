using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Checkouts;

public sealed partial class TipChoice
{
    private static readonly IReadOnlyList<int?> Offers = [null, 10, 15];

    private readonly string _group = Controls.ElementId.Next("tip");
    private bool _isCustom;
    private string _text = "";

    /// <summary>Whole percent; null for no tip.</summary>
    [Parameter] public int? Percent { get; set; }

    [Parameter] public EventCallback<int?> PercentChanged { get; set; }

    /// <summary>The custom field holds something that is no percentage. Charging waits until it is put right, so that no tip is left out in silence.</summary>
    [Parameter] public bool IsUnreadable { get; set; }

    [Parameter] public EventCallback<bool> IsUnreadableChanged { get; set; }

    protected override void OnParametersSet()
    {
        if (_isCustom || Percent is not { } percent || Offers.Contains(percent)) return;
        _isCustom = true;
        _text = percent.ToString(CultureInfo.CurrentCulture);
    }

    private Task OfferAsync(int? percent)
    {
        _isCustom = false;
        return SetAsync(percent, isUnreadable: false);
    }

    private Task CustomiseAsync()
    {
        _isCustom = true;
        _text = Percent?.ToString(CultureInfo.CurrentCulture) ?? "";
        return SetAsync(Percent, isUnreadable: false);
    }

    private Task TypeAsync(string? text)
    {
        _text = text ?? "";
        if (string.IsNullOrWhiteSpace(_text)) return SetAsync(null, isUnreadable: false);
        var isRead = int.TryParse(_text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var percent) && percent is >= 0 and <= 100;
        return SetAsync(isRead && percent > 0 ? percent : null, !isRead);
    }

    private async Task SetAsync(int? percent, bool isUnreadable)
    {
        await PercentChanged.InvokeAsync(percent);
        await IsUnreadableChanged.InvokeAsync(isUnreadable);
    }
}
