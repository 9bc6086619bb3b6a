using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Testing.Sync;

/// <summary>The whole of Core, wired as the heads wire it, over a fake store, a fake API and fake time. Restarting keeps the store and the API.</summary>
public sealed class SyncBench : IDisposable
{
    private readonly int _seed;
    private readonly Func<IOperationGateway, IOperationGateway> _through;
    private readonly ServiceCollection _registered = [];
    private ServiceProvider _services;
    private int _runs;

    /// <param name="seed">Of everything left to chance.</param>
    /// <param name="through">What stands between the engine and the fake API, if anything.</param>
    public SyncBench(int seed = 1, Func<IOperationGateway, IOperationGateway>? through = null)
    {
        _seed = seed;
        _through = through ?? (gateway => gateway);
        Flint = new FakeFlint(Time, Connection);
        Store = new InMemoryOperatorStore(Feed);
        Settings = new InMemorySettingsStore(Store);
        _services = Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero));

    public ChangeFeed Feed { get; } = new();

    public FakeFlint Flint { get; }

    public InMemoryOperatorStore Store { get; }

    public InMemorySettingsStore Settings { get; }

    public InMemoryBackupStore Backups { get; } = new();

    /// <summary>The device's own secrets; they outlive a restart, and do not come along when a database is copied.</summary>
    public InMemorySecretStore Secrets { get; } = new();

    public ActiveConnection Connection { get; } = new(new ApiConnection(ApiConnection.HostedAddress, "flint_test_key"));

    public BenchLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public SyncEngine Engine => Get<SyncEngine>();

    public ConnectionMonitor Monitor => Get<ConnectionMonitor>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The app is killed and started again on the same store.</summary>
    public void Restart()
    {
        _services.Dispose();
        _services = Build();
    }

    /// <summary>One cycle, now. The prompt of the tap is taken first, as the loop does.</summary>
    public async Task CycleAsync()
    {
        await Get<SyncSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None);
        await Engine.RunCycleAsync(CancellationToken.None);
    }

    /// <summary>Runs cycles when the timetable says so until this much time has passed. Returns how long it took until nothing was open.</summary>
    public async Task<TimeSpan?> RunAsync(TimeSpan span)
    {
        var start = Time.GetUtcNow();
        TimeSpan? settled = null;
        while (Time.GetUtcNow() - start <= span)
        {
            await CycleAsync();
            if (Store.Operations.All(operation => operation.IsFinal))
            {
                settled ??= Time.GetUtcNow() - start;
            }

            Time.Advance(await Get<SyncTimetable>().NextWaitAsync(CancellationToken.None));
        }

        return settled;
    }

    /// <summary>The story's link.</summary>
    public async Task<string> CreateLinkAsync(string title = "Collect membership dues", long minor = 15000)
    {
        var outcome = await Get<PaymentLinkOperations>().CreateAsync(new PaymentLinkDraft(title, new Money(minor, Currency.Of("USD"))), CancellationToken.None);
        return ((SaveOutcome.Saved)outcome).Lid;
    }

    /// <summary>The story's checkout.</summary>
    public async Task<string> ChargeAsync(CheckoutDraft? charge = null)
    {
        var draft = new CheckoutDraft
        {
            LineItems = [new LineItem("Event registration", 1, new Money(15000, Currency.Of("USD"))), new LineItem("T-shirt, M", 2, new Money(2550, Currency.Of("USD")))],
        };
        return ((SaveOutcome.Saved)await Get<CheckoutOperations>().ChargeAsync(charge ?? draft, CancellationToken.None)).Lid;
    }

    public Task<PaymentLink?> LinkAsync(string lid) => Get<IPaymentLinkStore>().FindAsync(lid, CancellationToken.None);

    public async Task<Checkout> CheckoutAsync(string lid) => (await Get<ICheckoutStore>().FindAsync(lid, CancellationToken.None))!;

    /// <summary>Lets another container hand out this bench's own services, as the tests of views need it.</summary>
    public void ForwardTo(IServiceCollection services)
    {
        foreach (var type in _registered.Select(service => service.ServiceType).Where(type => !type.IsGenericTypeDefinition).Distinct())
        {
            services.AddSingleton(type, _ => _services.GetRequiredService(type));
        }
    }

    public void Dispose() => _services.Dispose();

    private ServiceProvider Build()
    {
        _registered.Clear();
        return Register(_registered).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private IServiceCollection Register(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(new Random(_seed + _runs++))
        .AddOperatorCore()
        .AddSingleton(Feed)
        .AddSingleton<IOperatorStore>(Store)
        .AddSingleton<IPaymentLinkStore>(new InMemoryPaymentLinkStore(Store))
        .AddSingleton<ICheckoutStore>(new InMemoryCheckoutStore(Store))
        .AddSingleton<IOutboxStore>(new InMemoryOutboxStore(Store))
        .AddSingleton<ISettingsStore>(Settings)
        .AddSingleton<IBackupStore>(Backups)
        .AddSingleton<ISecretStore>(Secrets)
        .AddSingleton<IExportTarget>(new FixedExportTarget())
        .AddSingleton(new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "", "0.0.0"))
        .AddSingleton(_through(Flint))
        .AddSingleton<IAccountGateway>(Flint)
        .AddSingleton(Connection)
        .AddSingleton(Log)
        .AddSingleton(typeof(ILogger<>), typeof(BenchLogger<>));
}
