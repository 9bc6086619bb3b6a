using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Controls;

public sealed partial class QrCode
{
    private QrDrawing _drawing = new(0, "");
    private string? _drawn;

    /// <summary>What the symbol encodes. Whether it may be shown at all is the view model's decision.</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    /// <summary>As in "Payment QR, $150.00, Collect membership dues"; never the address.</summary>
    [Parameter, EditorRequired] public string AccessibleName { get; set; } = "";

    [Parameter] public QrSize Size { get; set; }

    protected override void OnParametersSet()
    {
        if (string.Equals(_drawn, Url, StringComparison.Ordinal)) return;
        _drawing = QrDrawing.Of(Url);
        _drawn = Url;
    }
}
