using System.Net.Http.Json;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Api.Tests.AgainstSandbox;

// The project as the head runs it, sockets included, against the real sandbox on loopback.
public sealed class SandboxRig : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flint-api-").FullName;
    private SandboxServer? _server;
    private ServiceProvider? _services;

    internal IOperationGateway Operations => _services!.GetRequiredService<IOperationGateway>();

    internal IAccountGateway Account => _services!.GetRequiredService<IAccountGateway>();

    internal ActiveConnection Connection => _services!.GetRequiredService<ActiveConnection>();

    internal T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    // Another connection, of which the API has said whose it is.
    internal void Use(ApiConnection connection)
    {
        Connection.Use(connection);
        Connection.Accept(Connection.Current);
    }

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { DataFile = Path.Combine(_folder, "sandbox.db") }, TimeProvider.System, CancellationToken.None);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new ActiveConnection(new ApiConnection(_server.BaseAddress, _server.ApiKey)));
        services.AddOperatorApi();
        _services = services.BuildServiceProvider();
        Connection.Accept(Connection.Current);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal async Task BreakAsync(string kind, string method, string route, int retryAfterSeconds = 1)
    {
        using var client = new HttpClient { BaseAddress = Connection.Current.BaseAddress };
        var rule = new { kind, method, route, count = 1, retry_after_seconds = retryAfterSeconds };
        using var answer = await client.PostAsJsonAsync("/_sandbox/faults", new { rules = new[] { rule } });
        answer.EnsureSuccessStatusCode();
    }

    internal Task<GatewayResult<RemoteRecord>> SendAsync(Operation operation, WireTargets? targets = null) =>
        Operations.SendAsync(operation.Intent.Kind, Operations.Encode(operation, targets ?? new WireTargets()), operation.Key, "req-1", CancellationToken.None);

    internal async Task<T> SendAsync<T>(Operation operation, WireTargets? targets = null)
        where T : RemoteRecord =>
        Assert.IsType<T>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await SendAsync(operation, targets)).Value);

    internal async Task<IReadOnlyList<RemoteRecord>> FindAsync(Operation operation) =>
        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded>(
            await Operations.FindAsync(operation.Intent.Kind, operation.Reference, CancellationToken.None)).Value;
}
