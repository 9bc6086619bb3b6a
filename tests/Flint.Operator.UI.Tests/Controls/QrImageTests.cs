using System.Text;
using System.Xml.Linq;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class QrImageTests
{
    private const string Url = "https://checkout.withflintpay.com/pay/plink_1";

    [Fact]
    public void Svg_IsTheSameDrawingAsOnScreen()
    {
        var drawing = QrDrawing.Of(Url);
        var encoded = QrImage.SvgAddress(Url).Split(',')[1];

        var svg = XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(encoded))).Root!;

        Assert.Equal($"0 0 {drawing.Modules} {drawing.Modules}", svg.Attribute("viewBox")!.Value);
        Assert.Equal(drawing.Path, svg.Elements().Single(element => element.Name.LocalName == "path").Attribute("d")!.Value);
    }

    [Fact]
    public void Png_IsSquareAndSharpEnoughForAPoster()
    {
        var png = QrImage.Png(Url);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        var (width, height) = (Number(png, 16), Number(png, 20));
        Assert.Equal(width, height);
        Assert.Equal(QrDrawing.Of(Url).Modules * 24, width);
    }

    private static int Number(byte[] bytes, int at) => (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
