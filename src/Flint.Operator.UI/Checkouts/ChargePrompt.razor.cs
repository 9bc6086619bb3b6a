using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Checkouts;

/// <summary>Asks once before a charge that may be a slip; one tap goes on.</summary>
public sealed partial class ChargePrompt
{
    private readonly string _id = Controls.ElementId.Next("hint");
    private ElementReference _first;

    [Parameter, EditorRequired] public ChargeHint Asked { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public string Total { get; set; } = "";

    [Parameter] public EventCallback OnYes { get; set; }

    [Parameter] public EventCallback OnNo { get; set; }

    private string Question => Asked switch
    {
        ChargeHint.AnotherOne another => T["Hint.AnotherOne", Title, Total, Ages.Of(another.At)],
        ChargeHint.TenTimes much => T["Hint.TenTimes", Total, MoneyFormat.Format(much.Usual, CultureInfo.CurrentCulture)],
        _ => throw new InvalidOperationException("Not a hint."),
    };

    // The harmless answer has the focus: the second Enter of a double press must not make a second charge.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _first.FocusAsync();
    }

    private Task DropOnEscapeAsync(KeyboardEventArgs pressed) => pressed.Key == "Escape" ? OnNo.InvokeAsync() : Task.CompletedTask;
}
