using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Records;

/// <summary>The QR with what a buyer compares, and the ladder for a phone that will not scan it.</summary>
public sealed partial class PayCard
{
    private bool _isEnlarged;
    private string? _said;

    /// <summary>A page that may be shown: its address is not null.</summary>
    [Parameter, EditorRequired] public PayPage Page { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public string BuyerHref { get; set; } = "";

    /// <summary>Stands behind host and code: what kind of page it is and when it ends.</summary>
    [Parameter] public string? Note { get; set; }

    /// <summary>Where its card is printed: only a page that is used again is worth one on the counter.</summary>
    [Parameter] public string? CardHref { get; set; }

    /// <summary>Between the host and the actions, e.g. the state.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string Amount => Prices.Amount(Page.Amount, Page.Range) ?? "";

    private string Message => T["Pay.Message", Amount, Title, Page.Url!];

    // Without a share sheet, as on most desktops, the address goes to the clipboard: that is what sharing means there.
    private async Task ShareAsync()
    {
        if (!await Script.CanShareAsync()) await CopyAsync();
        else await Script.ShareAsync(Title, Page.Url!);
    }

    private async Task CopyAsync() => _said = T[await Script.CopyTextAsync(Page.Url!) ? "Checkout.Copied" : "Checkout.NotCopied"];
}
