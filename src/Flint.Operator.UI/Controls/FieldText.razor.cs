using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Flint.Operator.UI.Controls;

/// <summary>A labelled text field with a hint or the reason it was refused.</summary>
public sealed partial class FieldText
{
    private readonly string _id = ElementId.Next("field");

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Value { get; set; }
    [Parameter] public EventCallback<string> ValueChanged { get; set; }
    [Parameter] public string? Hint { get; set; }

    /// <summary>The reason; shown in place of the hint.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>The word for "optional", where the field is.</summary>
    [Parameter] public string? Optional { get; set; }

    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public bool Disabled { get; set; }
    [Parameter] public int Lines { get; set; } = 1;
    [Parameter] public int MaxLength { get; set; } = 524288;
    [Parameter] public InputType Type { get; set; } = InputType.Text;
    [Parameter] public InputMode Mode { get; set; } = InputMode.text;
    [Parameter] public bool AutoFocus { get; set; }
    [Parameter] public EventCallback<KeyboardEventArgs> OnKeyDown { get; set; }

    /// <summary>The input's data-testid.</summary>
    [Parameter] public string? TestId { get; set; }

    private string HintId => $"{_id}-hint";

    private string ErrorId => $"{_id}-error";

    private Dictionary<string, object?> InputAttributes => new(StringComparer.Ordinal)
    {
        ["data-testid"] = TestId,
        ["aria-describedby"] = Error is not null ? ErrorId : Hint is not null ? HintId : null,
        ["aria-invalid"] = Error is not null ? "true" : null,
        ["autocomplete"] = "off",
    };
}
