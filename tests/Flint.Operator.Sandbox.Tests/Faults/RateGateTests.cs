using System.Net;
using System.Net.Http.Headers;

namespace Flint.Operator.Sandbox.Tests.Faults;

public sealed class RateGateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flint-sandbox-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Requests_BeyondTheRate_AreToldToWait()
    {
        var answers = await AskAsync(new SandboxOptions { DataFile = DataFile, RequestsPerSecond = 10 }, 40);

        // Two seconds' worth may be saved up; what comes on top within this moment is little.
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), 20, 39);
        Assert.All(
            answers.Where(answer => answer.StatusCode != HttpStatusCode.OK),
            answer => Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta)));
    }

    [Fact]
    public async Task Requests_WithoutARate_AreAllAnswered() =>
        Assert.All(await AskAsync(new SandboxOptions { DataFile = DataFile }, 40), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

    private string DataFile => Path.Combine(_folder.FullName, "sandbox.db");

    private static async Task<IReadOnlyList<HttpResponseMessage>> AskAsync(SandboxOptions options, int times)
    {
        await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => client.GetAsync("/v1/developer/auth-context", TestContext.Current.CancellationToken)));
    }
}
