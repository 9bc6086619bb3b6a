using System.Globalization;
using System.Text;
using QRCoder;

namespace Flint.Operator.UI.Controls;

/// <summary>A QR symbol as one SVG path: a quiet zone of four modules inside, error correction M, dark runs merged by row.</summary>
internal sealed record QrDrawing(int Modules, string Path)
{
    public static QrDrawing Of(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Count; y++)
        {
            var row = matrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var start = x;
                while (x < row.Count && row[x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return new QrDrawing(matrix.Count, path.ToString());
    }
}
