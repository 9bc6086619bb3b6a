using Flint.Operator.Api;
using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Benchmarks;

/// <summary>The app without its screens, wired as a head wires it: real file, real client, real clock.</summary>
internal sealed class Till : IAsyncDisposable
{
    // The device's own secrets: they outlive a run, or its file would look like a copied one.
    private static readonly InMemorySecretStore Secrets = new();

    private readonly ServiceProvider _services;

    public Till(string folder, Uri address, string key, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Random.Shared)
            .AddSingleton(new ActiveConnection(new ApiConnection(address, key)))
            .AddSingleton(new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, folder, "0.0.0"))
            .AddSingleton<ISecretStore>(Secrets)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddOperatorCore()
            .AddOperatorStorage(Path.Combine(folder, "operator.db"))
            .AddOperatorApi();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task CycleAsync() => Get<SyncEngine>().RunCycleAsync(CancellationToken.None);

    public Task<SaveOutcome> ChargeAsync() => Get<CheckoutOperations>().ChargeAsync(
        new CheckoutDraft { LineItems = [new LineItem("Event registration", 1, Usd(15000)), new LineItem("T-shirt, M", 2, Usd(2550))], TipPercent = 10 },
        CancellationToken.None);

    public Task<SaveOutcome> CreateLinkAsync() => Get<PaymentLinkOperations>().CreateAsync(new PaymentLinkDraft("Collect membership dues", Usd(15000)), CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));
}
