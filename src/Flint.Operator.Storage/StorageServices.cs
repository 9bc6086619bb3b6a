using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Checkouts;
using Flint.Operator.Storage.PaymentLinks;
using Flint.Operator.Storage.Settings;
using Flint.Operator.Storage.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Flint.Operator.Storage;

/// <summary>Registers the SQLite adapters of Core's local ports.</summary>
public static class StorageServices
{
    /// <summary>
    /// The file is opened when the first store is asked for; <see cref="DatabaseProblemException"/> then says why it cannot be.
    /// The container must be disposed asynchronously, so that the writer can finish. What the file has to tell is in
    /// <see cref="StoreNotices"/> from then on. The head adds <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddOperatorStorage(this IServiceCollection services, string databaseFile)
    {
        services.TryAddSingleton<ChangeFeed>();
        services.TryAddSingleton<StoreNotices>();
        return services
            .AddSingleton(provider => OperatorDatabase.Open(databaseFile, provider.GetRequiredService<TimeProvider>()).TellingTo(provider.GetRequiredService<StoreNotices>()))
            .AddSingleton<IOperatorStore, SqliteOperatorStore>()
            .AddSingleton<IBackupStore, SqliteBackupStore>()
            .AddSingleton<IOutboxStore, SqliteOutboxStore>()
            .AddSingleton<IPaymentLinkStore, SqlitePaymentLinkStore>()
            .AddSingleton<ICheckoutStore, SqliteCheckoutStore>()
            .AddSingleton<ISettingsStore, SqliteSettingsStore>();
    }
}
