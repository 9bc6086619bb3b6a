using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>Real HTTP to the sandbox; every request is timed.</summary>
internal sealed class ApiCaller(HttpMessageInvoker http, Uri origin, string apiKey, Stopwatches watches, TimeProvider time)
{
    public Task<(int Status, JsonNode? Body)> GetAsync(string name, string path, CancellationToken ct) => ApiAsync(name, HttpMethod.Get, path, null, null, ct);

    public Task<(int Status, JsonNode? Body)> PostAsync(string name, string path, JsonNode body, string? key, CancellationToken ct) =>
        ApiAsync(name, HttpMethod.Post, path, body, key, ct);

    public Task<(int Status, JsonNode? Body)> PatchAsync(string name, string path, JsonNode body, CancellationToken ct) =>
        ApiAsync(name, HttpMethod.Patch, path, body, null, ct);

    /// <summary>Anything, for hosted pages; the caller reads the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(string name, HttpRequestMessage request, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var answer = await http.SendAsync(request, ct);
        watches.Note(name, time.GetElapsedTime(start), (int)answer.StatusCode);
        return answer;
    }

    public Uri At(string path) => new(origin, path);

    private async Task<(int Status, JsonNode? Body)> ApiAsync(string name, HttpMethod method, string path, JsonNode? body, string? key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, At(path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await SendAsync(name, request, ct);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct)));
    }
}
