using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Flint.Operator.Api.Tests.Http;

// A server of plain bytes: it can answer in ways that no proper server would.
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;
    private readonly byte[]? _answer;

    // Without an answer it takes the connection and stays silent.
    public LoopbackServer(byte[]? answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public List<string> Requests { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static LoopbackServer Saying(string answer) => new(Encoding.UTF8.GetBytes(answer.ReplaceLineEndings("\r\n")));

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
#pragma warning disable VSTHRD003 // This object started the loop itself, and nothing else waits for it.
        await _serving;
#pragma warning restore VSTHRD003

        // Only now: to accept on a stopped listener is an error of its own.
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over, or its client gave up.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        if (_answer is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _closing.Token);
            return;
        }

        Requests.Add(await ReadRequestAsync(stream));
        await stream.WriteAsync(_answer, _closing.Token);
    }

    // Small JSON bodies only: a request ends with the brace that closes its body, or with its headers when it has none.
    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer, _closing.Token) is var read and > 0)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string text) => text.EndsWith(text.StartsWith("GET", StringComparison.Ordinal) ? "\r\n\r\n" : "}", StringComparison.Ordinal);
}
