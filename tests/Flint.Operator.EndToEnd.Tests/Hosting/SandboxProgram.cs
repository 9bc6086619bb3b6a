using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The stand-in for the hosted API, on a port and a state file that outlive its process: stopping it is the outage.</summary>
internal sealed class SandboxProgram : IAsyncDisposable
{
    private readonly string _file;
    private readonly HttpClient _http = new();
    private ChildProgram? _program;

    private SandboxProgram(string folder)
    {
        _file = Path.Combine(folder, "sandbox.db");
        Port = FreePort();
        Faults = new FaultControls(Address);
    }

    public int Port { get; }

    public FaultControls Faults { get; }

    public string ApiKey { get; private set; } = "";

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Learns the key by starting it once, and leaves it stopped.</summary>
    public static async Task<SandboxProgram> StoppedAsync(string folder)
    {
        var sandbox = new SandboxProgram(folder);
        await sandbox.StartAsync();
        await sandbox.StopAsync();
        return sandbox;
    }

    /// <param name="faults">What goes wrong from the first request on: whoever waits for the port sends as soon as it is open.</param>
    public async Task StartAsync(object? faults = null)
    {
        (_program, var line) = await ChildProgram.StartAsync(
            Programs.Sandbox, "Practice API ready: ", ["--port", $"{Port}", "--data", _file, "--faults", JsonSerializer.Serialize(faults ?? new { })]);
        ApiKey = line.Split(" key ")[1];
    }

    public async Task StopAsync()
    {
        await _program!.DisposeAsync();
        _program = null;
    }

    /// <summary>Every record of a list, as the API itself tells it.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string resource)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, $"/v1/{resource}?page_size=100&sort_by=created_at&sort_direction=asc"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").EnumerateArray()];
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _http.Dispose();
        Faults.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
