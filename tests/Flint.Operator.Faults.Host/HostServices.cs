using Flint.Operator.Api;
using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Faults.Host;

/// <summary>The app as its heads wire it, with failpoints around the two ports that the engine joins.</summary>
internal static class HostServices
{
    public static ServiceProvider Build(HostConfig config)
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FastTime(config.Epoch))
            .AddSingleton(new Random(config.Seed))
            .AddSingleton(new ActiveConnection(new ApiConnection(config.BaseAddress, config.ApiKey)))
            .AddSingleton(new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, Path.GetDirectoryName(config.Database)!, "0.0.0"))
            .AddSingleton<ISecretStore>(new FileSecretStore(config.Database + ".secrets"))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new FailpointGate(config.Failpoint, config.Occurrence))
            .AddSingleton<Taps>()
            .AddOperatorCore()
            .AddOperatorStorage(config.Database)
            .AddOperatorApi();
        Decorate<IOperatorStore>(services, (inner, gate) => new FailpointStore(inner, gate));
        Decorate<IOperationGateway>(services, (inner, gate) => new FailpointGateway(inner, gate));
        return services.BuildServiceProvider();
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, FailpointGate, T> around)
        where T : class
    {
        var inner = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => around(
            (T)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!), provider.GetRequiredService<FailpointGate>()));
    }
}
