using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>One run of the app: the whole of Core over a real file, with a fake API and fake time.</summary>
internal sealed class RealApp(string file, FakeTimeProvider time, FakeFlint flint, ISecretStore secrets, int run) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<TimeProvider>(time)
        .AddSingleton(new Random(run))
        .AddOperatorCore()
        .AddOperatorStorage(file)
        .AddSingleton(secrets)
        .AddSingleton(new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "", "0.0.0"))
        .AddSingleton<IOperationGateway>(flint)
        .AddSingleton<IAccountGateway>(flint)
        .AddSingleton(new ActiveConnection(new ApiConnection(ApiConnection.HostedAddress, "flint_test_key")))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .BuildServiceProvider(validateScopes: true);

    public IReadOnlyList<StoreNotice> Notices => Get<StoreNotices>().All;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> CreateLinkAsync(string title)
    {
        var outcome = await Get<PaymentLinkOperations>().CreateAsync(new PaymentLinkDraft(title, new Money(15_000, Currency.Of("USD"))), CancellationToken.None);
        return Assert.IsType<SaveOutcome.Saved>(outcome).Lid;
    }

    /// <summary>Cycles and their backups when they are due, until so much time has passed.</summary>
    public async Task RunAsync(TimeSpan span)
    {
        var end = time.GetUtcNow() + span;
        while (time.GetUtcNow() <= end)
        {
            // The prompt of a tap is taken first, as the loop does.
            await Get<SyncSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None);
            await Get<SyncEngine>().RunCycleAsync(CancellationToken.None);
            await Get<BackupPhase>().RunAsync(CancellationToken.None);
            time.Advance(await Get<SyncTimetable>().NextWaitAsync(CancellationToken.None));
        }
    }

    public Task<IReadOnlyList<Operation>> OpenAsync() => Get<IOperatorStore>().LoadOpenAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
