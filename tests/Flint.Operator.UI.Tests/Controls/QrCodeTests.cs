using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Flint.Operator.UI.Controls;
using QRCoder;

namespace Flint.Operator.UI.Tests.Controls;

public sealed partial class QrCodeTests : UITest
{
    private const string Url = "https://checkout.withflintpay.com/c/cs_test_4Qk?o=ord_1042#key=c2VjcmV0";

    [Fact]
    public void Render_Url_DrawsTheModulesOfLevelM()
    {
        using var expected = QRCodeGenerator.GenerateQrCode(Url, QRCodeGenerator.ECCLevel.M);

        var drawn = Modules(RenderQr());

        var size = expected.ModuleMatrix.Count;
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
            Assert.Equal(expected.ModuleMatrix[y][x], drawn.Contains((x, y)));
    }

    [Fact]
    public void Render_Url_KeepsFourLightModulesAround()
    {
        var qr = RenderQr();
        var modules = Modules(qr);
        var size = Size(qr);

        Assert.Equal(4, modules.Min(m => m.X));
        Assert.Equal(4, modules.Min(m => m.Y));
        Assert.Equal(size - 5, modules.Max(m => m.X));
        Assert.Equal(size - 5, modules.Max(m => m.Y));
    }

    [Fact]
    public void Render_Url_IsSquareBlackOnWhiteInOnePath()
    {
        var qr = RenderQr();

        var path = Assert.Single(qr.FindAll("path"));
        Assert.Equal("#000", path.GetAttribute("fill"));
        Assert.Equal("#fff", qr.Find("rect").GetAttribute("fill"));
        Assert.Equal("crispEdges", qr.Find("svg").GetAttribute("shape-rendering"));
        var box = qr.Find("svg").GetAttribute("viewBox")!.Split(' ');
        Assert.Equal(box[2], box[3]);
    }

    [Fact]
    public void Render_Url_IsAnImageNamedForPeople()
    {
        var image = RenderQr().Find("[role=img]");

        Assert.Equal("Payment QR, $150.00, Collect membership dues", image.GetAttribute("aria-label"));
        Assert.Equal("qr", image.GetAttribute("data-testid"));
        Assert.Equal(Url, image.GetAttribute("data-url"));
    }

    [Fact]
    public void Render_UrlChanges_DrawsTheNewOne()
    {
        var qr = RenderQr();
        var before = Modules(qr);

        qr.Render(p => p.Add(c => c.Url, Url + "2").Add(c => c.AccessibleName, "Payment QR"));

        Assert.False(before.SetEquals(Modules(qr)));
        Assert.Equal(Url + "2", qr.Find("[data-testid=qr]").GetAttribute("data-url"));
    }

    private IRenderedComponent<QrCode> RenderQr() => Render<QrCode>(p => p
        .Add(c => c.Url, Url)
        .Add(c => c.AccessibleName, "Payment QR, $150.00, Collect membership dues"));

    private static int Size(IRenderedComponent<QrCode> qr) =>
        int.Parse(qr.Find("svg").GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);

    private static HashSet<(int X, int Y)> Modules(IRenderedComponent<QrCode> qr)
    {
        var modules = new HashSet<(int, int)>();
        foreach (Match run in Run().Matches(qr.Find("path").GetAttribute("d")!))
        {
            int Number(int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);
            Assert.Equal(run.Groups[3].Value, run.Groups[4].Value);
            for (var i = 0; i < Number(3); i++) modules.Add((Number(1) + i, Number(2)));
        }

        return modules;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-(\d+)z")]
    private static partial Regex Run();
}
