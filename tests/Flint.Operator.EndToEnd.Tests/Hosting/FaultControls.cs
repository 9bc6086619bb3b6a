using System.Net.Http.Json;
using System.Text.Json;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The loopback control of what goes wrong, of a sandbox of its own or of the app's practice API.</summary>
internal sealed class FaultControls(Uri address) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Uri _faults = new(address, "/_sandbox/faults");

    public async Task SetAsync(object plan)
    {
        using var answer = await _http.PutAsJsonAsync(_faults, plan);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often the plan in force has struck, by method and route.</summary>
    public async Task<IReadOnlyDictionary<string, int>> StrikesAsync() =>
        (await _http.GetFromJsonAsync<JsonElement>(_faults)).GetProperty("strikes").Deserialize<Dictionary<string, int>>()!;

    public void Dispose() => _http.Dispose();
}
