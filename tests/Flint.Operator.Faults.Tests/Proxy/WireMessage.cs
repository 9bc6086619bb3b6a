using System.Globalization;
using System.Text;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>One HTTP request as its bytes.</summary>
internal sealed class WireMessage(byte[] head, byte[] body)
{
    private readonly string[] _lines = Encoding.Latin1.GetString(head).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    public string Method => _lines[0].Split(' ')[0];

    /// <summary>Path and query as they stood on the wire.</summary>
    public string Target => _lines[0].Split(' ')[1];

    public byte[] Body => body;

    public bool IsWrite => Method is not "GET";

    public string? Header(string name) =>
        _lines.Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    /// <summary>For the server, on a connection of its own: the end of the reply is then the end of the stream.</summary>
    public byte[] ForServer() =>
        [.. Encoding.Latin1.GetBytes(string.Join("\r\n", _lines.Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)))), .. "\r\nConnection: close\r\n\r\n"u8, .. body];

    /// <summary>The next request of a connection; null when the client has closed it.</summary>
    public static async Task<WireMessage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsTheHead(head))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var message = new WireMessage([.. head], []);
        var length = int.Parse(message.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        if (message.Header("Transfer-Encoding") is not null)
        {
            throw new InvalidOperationException("The client is expected to name the length of what it sends.");
        }

        var content = new byte[length];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new WireMessage([.. head], content);
    }

    private static bool EndsTheHead(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
