using Flint.Operator.Api;
using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>One run of the app without its screens: the real Core, the real file and the real client, wired as the heads wire them.</summary>
internal sealed class Till : IAsyncDisposable
{
    private static readonly Currency Usd = Currency.Of("USD");
    private readonly ServiceProvider _services;

    public Till(string databaseFile, ApiConnection connection, TimeProvider time, int seed) => _services = new ServiceCollection()
        .AddSingleton(time)
        .AddSingleton(new Random(seed))
        .AddSingleton(new ActiveConnection(connection))
        .AddSingleton(new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, Path.GetDirectoryName(databaseFile)!, "0.0.0"))
        .AddSingleton<ISecretStore>(new FileSecretStore(databaseFile + ".secrets"))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddOperatorCore()

        // Every scene of a class shares a sandbox and lives for days: a pull a minute would read little else.
        .AddSingleton(new SyncOptions { PullEvery = TimeSpan.FromMinutes(10) })
        .AddOperatorStorage(databaseFile)
        .AddOperatorApi()
        .BuildServiceProvider();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<SaveOutcome> TapLinkAsync(string title = "Collect membership dues") =>
        Get<PaymentLinkOperations>().CreateAsync(new PaymentLinkDraft(title, new Money(15000, Usd)), CancellationToken.None);

    public Task<SaveOutcome> TapChargeAsync() =>
        Get<CheckoutOperations>().ChargeAsync(new CheckoutDraft { LineItems = [new LineItem("Event registration", 1, new Money(15000, Usd))] }, CancellationToken.None);

    public Task<SaveOutcome> TapPauseAsync(string lid) => Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);

    public Task<SaveOutcome> TapResumeAsync(string lid) => Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: true, CancellationToken.None);

    public Task<SaveOutcome> TapEditAsync(string lid, string title) => Get<PaymentLinkOperations>().EditAsync(lid, new PaymentLinkDraft(title, new Money(15000, Usd)), CancellationToken.None);

    public Task<SaveOutcome> TapRenewAsync(string lid) => Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);

    public Task<SaveOutcome> TapCloseAsync(string lid) => Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);

    /// <summary>One cycle, now. The prompt of the tap is taken first, as the loop does.</summary>
    public async Task CycleAsync()
    {
        await Get<SyncSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None);
        await Get<SyncEngine>().RunCycleAsync(CancellationToken.None);
    }

    public Task<TimeSpan> NextWaitAsync() => Get<SyncTimetable>().NextWaitAsync(CancellationToken.None);

    public Task<IReadOnlyList<Operation>> OpenAsync() => Get<IOperatorStore>().LoadOpenAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
