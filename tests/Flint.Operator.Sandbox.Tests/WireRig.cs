using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>A sandbox with its own Kestrel, for what only shows on a real connection.</summary>
internal sealed class WireRig : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private WireRig(SandboxServer server, DirectoryInfo folder)
    {
        (Server, _folder) = (server, folder);
        Api = new HttpClient { BaseAddress = server.BaseAddress };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
    }

    public SandboxServer Server { get; }

    public HttpClient Api { get; }

    public static async Task<WireRig> StartAsync(Func<SandboxOptions, SandboxOptions>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("flint-sandbox-");
        var options = new SandboxOptions { DataFile = Path.Combine(folder.FullName, "sandbox.db") };
        return new WireRig(await SandboxServer.StartAsync(configure?.Invoke(options) ?? options, TimeProvider.System, CancellationToken.None), folder);
    }

    public async Task SetFaultsAsync(string plan)
    {
        using var content = new StringContent(plan, Encoding.UTF8, "application/json");
        (await Api.PutAsync("/_sandbox/faults", content)).EnsureSuccessStatusCode();
    }

    public async Task<JsonArray> ListAsync(string resource) =>
        JsonNode.Parse(await Api.GetStringAsync($"/v1/{resource}?page_size=100"))!["data"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
