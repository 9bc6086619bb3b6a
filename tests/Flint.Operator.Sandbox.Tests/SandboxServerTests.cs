using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using SQLite;

namespace Flint.Operator.Sandbox.Tests;

public sealed class SandboxServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flint-sandbox-");

    private string DataFile => Path.Combine(_folder.FullName, "deep", "sandbox.db");

    [Fact]
    public async Task Start_OnAnyPort_ServesLoopbackAndRemembersItsKey()
    {
        string key, url;
        await using (var server = await StartAsync(0))
        {
            key = server.ApiKey;
            Assert.Equal("127.0.0.1", server.BaseAddress.Host);
            Assert.Matches("^flint_test_[A-Za-z0-9_-]{32}$", key);
            url = await LinkUrlAsync(server, "first");
            Assert.StartsWith(server.BaseAddress.GetLeftPart(UriPartial.Authority), url, StringComparison.Ordinal);
        }

        await using var again = await StartAsync(0);
        var replayed = await LinkUrlAsync(again, "first");
        Assert.Equal(key, again.ApiKey);
        Assert.StartsWith(again.BaseAddress.GetLeftPart(UriPartial.Authority), replayed, StringComparison.Ordinal);
        Assert.Equal(new Uri(url).AbsolutePath, new Uri(replayed).AbsolutePath);
    }

    [Fact]
    public async Task Start_PortTaken_Throws()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await Assert.ThrowsAsync<IOException>(() => StartAsync(((IPEndPoint)taken.LocalEndpoint).Port));
    }

    [Fact]
    public async Task Start_FileIsNoDatabase_Throws()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DataFile)!);
        await File.WriteAllTextAsync(DataFile, string.Join('\n', Enumerable.Repeat("this is a letter, not a database", 100)));
        await Assert.ThrowsAsync<SQLiteException>(() => StartAsync(0));
    }

    [Fact]
    public void Read_GoodArguments_AreTaken() =>
        Assert.Equal(
            new SandboxOptions { Port = 8099, DataFile = "x.db", Reset = true, Demo = true, RequestsPerSecond = 20, GlobalRequestsPerSecond = 100, Faults = "{}" },
            SandboxCommandLine.Read(["--reset", "--port", "8099", "--data", "x.db", "--demo", "--key-rate", "20", "--global-rate", "100", "--faults", "{}"]));

    [Fact]
    public void Read_NoArguments_IsPlain()
    {
        var options = SandboxCommandLine.Read([])!;
        Assert.Equal(new SandboxOptions { DataFile = options.DataFile }, options);
        Assert.EndsWith("sandbox.db", options.DataFile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--colour", "red")]
    [InlineData("--key-rate", "0")]
    [InlineData("--global-rate", "many")]
    [InlineData("--reset", "yes")]
    [InlineData("--data", "")]
    [InlineData("--faults")]
    [InlineData("--faults", "")]
    public void Read_BadArguments_AreRefused(params string[] arguments) => Assert.Null(SandboxCommandLine.Read(arguments));

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<SandboxServer> StartAsync(int port) =>
        SandboxServer.StartAsync(new SandboxOptions { Port = port, DataFile = DataFile }, TimeProvider.System, CancellationToken.None);

    private static async Task<string> LinkUrlAsync(SandboxServer server, string key)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-API-Key", server.ApiKey);
        using var request = SandboxHost.Request(HttpMethod.Post, "/v1/payment-links", Given.LinkBody(), key);
        using var answer = await client.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["url"]!.GetValue<string>();
    }
}
