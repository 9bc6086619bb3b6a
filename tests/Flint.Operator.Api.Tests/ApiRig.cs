using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Api.Tests;

// The whole project as a head registers it; only the socket is replaced.
internal sealed class ApiRig : IDisposable
{
    private readonly ServiceProvider _services;

    public ApiRig(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Connection);
        services.AddOperatorApi();
        services.AddHttpClient(ApiServices.ClientName).ConfigurePrimaryHttpMessageHandler(() => Transport);
        configure?.Invoke(services);
        Connection.Accept(Connection.Current);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Time { get; } = new(Given.Now);

    public StubTransport Transport { get; } = new();

    public ActiveConnection Connection { get; } = new(new ApiConnection(new Uri("https://api.example.test"), "flint_test_key"));

    public IOperationGateway Operations => _services.GetRequiredService<IOperationGateway>();

    public IAccountGateway Account => _services.GetRequiredService<IAccountGateway>();

    public Task<GatewayResult<RemoteRecord>> SendLinkAsync(CancellationToken cancellationToken = default) =>
        Operations.SendAsync(RecordKind.PaymentLink, Given.LinkWrite(), "key-1", "req-1", cancellationToken);

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // Another connection, of which the API has said whose it is.
    public void Use(ApiConnection connection)
    {
        Connection.Use(connection);
        Connection.Accept(Connection.Current);
    }

    public void Dispose() => _services.Dispose();
}
