using System.Net;
using System.Text;

namespace Flint.Operator.Api.Tests;

// Stands where the socket would be: answers by hand and keeps what was sent.
internal sealed class StubTransport : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<SentRequest> Sent { get; } = [];

    public StubTransport Answer(HttpStatusCode status, string body, string mediaType = "application/json", Action<HttpResponseMessage>? shape = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        shape?.Invoke(response);
        return Answer(response);
    }

    public StubTransport Answer(HttpResponseMessage response)
    {
        _answers.Enqueue(_ => Task.FromResult(response));
        return this;
    }

    public StubTransport Fail(Exception exception)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    // Never answers; tells when it was asked.
    public Task Stall()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers.Enqueue(async token =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException("An endless wait ended.");
        });
        return asked.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Sent.Add(new SentRequest(request.Method.Method, request.RequestUri!, headers, body));

        // As the real one does it; Refit builds its errors from this.
        var response = await _answers.Dequeue()(cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}

internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body);
