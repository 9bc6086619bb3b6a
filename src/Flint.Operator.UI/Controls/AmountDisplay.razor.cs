using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Controls;

/// <summary>
/// The amount being entered, large. It is a field so that a physical keyboard, paste and assistive technology reach it:
/// single keys become keypad keys, whole texts are handed over to be read.
/// </summary>
public sealed partial class AmountDisplay
{
    private readonly string _id = ElementId.Next("amount");
    private ElementReference _input;

    /// <summary>The formatted amount.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public EventCallback<KeypadKey> OnKey { get; set; }

    /// <summary>A text pasted, dictated or filled in as a whole.</summary>
    [Parameter] public EventCallback<string> OnText { get; set; }

    /// <summary>Enter was pressed.</summary>
    [Parameter] public EventCallback OnEnter { get; set; }

    /// <summary>Label and amount on one line, for phones.</summary>
    [Parameter] public bool Inline { get; set; }

    [Parameter] public bool Invalid { get; set; }

    [Parameter] public string? DescribedBy { get; set; }

    public ValueTask FocusAsync() => _input.FocusAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await Script.GuardAmountAsync(_input);
    }

    private Task TypeAsync(string? text) => OnText.InvokeAsync(text ?? "");

    private async Task PressAsync(KeyboardEventArgs pressed)
    {
        if (string.Equals(pressed.Key, "Enter", StringComparison.Ordinal)) await OnEnter.InvokeAsync();
        else if (PressedKey.Of(pressed) is { } key) await OnKey.InvokeAsync(key);
    }
}
