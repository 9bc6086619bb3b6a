using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Core;

/// <summary>Registers Core. The head adds the ports (storage, API, secret store), <see cref="Account.ActiveConnection"/>, <see cref="TimeProvider"/> and a <see cref="Random"/>.</summary>
public static class CoreServices
{
    /// <summary>Adds the operations and the sync engine. All are singletons: there is one queue.</summary>
    public static IServiceCollection AddOperatorCore(this IServiceCollection services)
    {
        services.AddSingleton(new SyncOptions());
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<StoreNotices>();
        services.AddSingleton<SyncSignal>();
        services.AddSingleton<WatchList>();
        services.AddSingleton<Presence>();
        services.AddSingleton<LocalIds>();
        services.AddSingleton<SyncClock>();
        services.AddSingleton<ConnectionMonitor>();
        services.AddSingleton<SyncContext>();
        services.AddSingleton<OperationJournal>();
        services.AddSingleton<OperationSender>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<TargetResolver>();
        services.AddSingleton<Successors>();
        services.AddSingleton<SecondRecords>();
        services.AddSingleton<SessionLook>();
        services.AddSingleton<RecordLook>();
        services.AddSingleton<RemoteAdoption>();
        services.AddSingleton<InstallationCheck>();
        services.AddSingleton<RecoverPhase>();
        services.AddSingleton<IdentifyPhase>();
        services.AddSingleton<Turns>();
        services.AddSingleton<Setbacks>();
        services.AddSingleton<LookPhase>();
        services.AddSingleton<PullPhase>();
        services.AddSingleton<PushPhase>();
        services.AddSingleton<RefreshPhase>();
        services.AddSingleton<SyncEngine>();
        services.AddSingleton<SyncTimetable>();
        services.AddSingleton<BackupPhase>();
        services.AddSingleton<SyncLoop>();
        services.AddSingleton<OperationDesk>();
        services.AddSingleton<Account.ConnectionOperations>();
        services.AddSingleton<PaymentLinkOperations>();
        services.AddSingleton<CheckoutOperations>();
        services.AddSingleton<DueOrders>();
        services.AddSingleton<ChargeAdvice>();
        services.AddSingleton<OutboxOperations>();
        services.AddSingleton<OutboxExport>();
        return services;
    }
}
