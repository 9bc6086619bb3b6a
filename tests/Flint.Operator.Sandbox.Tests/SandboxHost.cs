using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>A sandbox in memory over a real file, at a time of the test's choosing.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly SandboxOptions _options;

    private SandboxHost(WebApplication app, SandboxTime time, string folder, bool ownsFolder, SandboxOptions options)
    {
        (_app, Time, _folder, _ownsFolder, _options) = (app, time, folder, ownsFolder, options);
        ApiKey = app.Services.GetRequiredService<SandboxIdentity>().ApiKey;
        Anyone = app.GetTestClient();
        Api = app.GetTestClient();
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    }

    public SandboxTime Time { get; }

    public string ApiKey { get; }

    public string DataFile => Path.Combine(_folder, "sandbox.db");

    /// <summary>Sends the key with every call.</summary>
    public HttpClient Api { get; }

    /// <summary>Knows no key: buyers, strangers, and the controls.</summary>
    public HttpClient Anyone { get; }

    public static async Task<SandboxHost> StartAsync(string? folder = null, SandboxTime? time = null, SandboxOptions? options = null)
    {
        time ??= new SandboxTime();
        var place = folder ?? Directory.CreateTempSubdirectory("flint-sandbox-").FullName;
        options = (options ?? new SandboxOptions { DataFile = "" }) with { DataFile = Path.Combine(place, "sandbox.db") };
        var app = SandboxApplication.Build(options, time, web => web.UseTestServer());
        await app.StartAsync();
        return new SandboxHost(app, time, place, folder is null, options);
    }

    /// <summary>The same file in a new process, as far as state can tell.</summary>
    public async Task<SandboxHost> RestartAsync()
    {
        await _app.DisposeAsync();
        return await StartAsync(_folder, Time, _options);
    }

    public async Task<ApiAnswer> GetAsync(string path) => await ApiAnswer.ReadAsync(await Api.GetAsync(path));

    public Task<ApiAnswer> PostAsync(string path, JsonNode body, string? key = null) => SendAsync(HttpMethod.Post, path, body, key);

    public Task<ApiAnswer> PatchAsync(string path, JsonNode body, string? key = null) => SendAsync(HttpMethod.Patch, path, body, key);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonNode body, string? key = null)
    {
        using var request = Request(method, path, body, key);
        return await ApiAnswer.ReadAsync(await Api.SendAsync(request));
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, JsonNode body, string? key = null)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    public Task SetFaultsAsync(string plan) => ControlAsync("/_sandbox/faults", plan);

    public async Task ControlAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await Anyone.PutAsync(path, content)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Anyone.Dispose();
        await _app.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}
