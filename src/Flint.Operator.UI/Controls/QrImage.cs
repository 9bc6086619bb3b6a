using System.Globalization;
using QRCoder;

namespace Flint.Operator.UI.Controls;

/// <summary>The symbol as a file, drawn as <see cref="QrDrawing"/> draws it.</summary>
internal static class QrImage
{
    // Sharp on a poster of a hand's width at 300 dots an inch, and still a few kilobytes: it has two colours.
    private const int PixelsPerModule = 24;

    public static string SvgAddress(string content) => $"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg(content)))}";

    public static string PngAddress(string content) => $"data:image/png;base64,{Convert.ToBase64String(Png(content))}";

    public static string Svg(string content)
    {
        var drawing = QrDrawing.Of(content);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.Modules} {drawing.Modules}" shape-rendering="crispEdges"><rect width="{drawing.Modules}" height="{drawing.Modules}" fill="#fff"/><path d="{drawing.Path}" fill="#000"/></svg>
            """);
    }

    public static byte[] Png(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(PixelsPerModule);
    }
}
