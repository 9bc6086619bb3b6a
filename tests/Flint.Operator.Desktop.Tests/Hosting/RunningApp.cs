using System.Net;
using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Desktop.Tests.Hosting;

/// <summary>The real host on a free port, reached over real sockets.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    // Port 9 is "discard": nothing answers there, which is all these tests need of an API.
    private static readonly ApiConnection NoApi = new(new Uri("http://127.0.0.1:9"), "flint_test_nobody");

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    public RunningApp() => _app = DesktopHost.Build(
        port: 0, _folder.Data, NoApi, new RunMode(IsPractice: false, KeyIsGiven: true, AddressIsGiven: true, _folder.Data.Path, "0.0.0"), TimeProvider.System);

    public Uri Address { get; private set; } = NoApi.BaseAddress;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Cookie { get; private set; } = "";

    public string NewToken() => _app.Services.GetRequiredService<StartTokens>().Issue().Text;

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        await SendAsync(HttpMethod.Get, path, headers);

    /// <summary>With the session of a browser that opened the app.</summary>
    public async Task<HttpResponseMessage> GetInSessionAsync(string path, params (string Name, string Value)[] headers) =>
        await GetAsync(path, [("Cookie", Cookie), .. headers]);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        using var opened = await GetAsync($"/?token={NewToken()}");
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
