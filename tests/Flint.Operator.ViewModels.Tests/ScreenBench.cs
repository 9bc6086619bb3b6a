using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Sync;
using Flint.Operator.ViewModels.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.ViewModels.Tests;

/// <summary>View models over the whole of Core with its fakes, made as the views make them.</summary>
internal sealed class ScreenBench : IDisposable
{
    public ScreenBench()
    {
        Lists = new RecordLists(Sync.Get<IPaymentLinkStore>(), Sync.Get<ICheckoutStore>(), Sync.Time);
        Scopes = new RecordScopes(Sync.Feed, Sync.Get<WatchList>(), Sync.Time);
    }

    public SyncBench Sync { get; } = new();

    public RecordLists Lists { get; }

    public RecordScopes Scopes { get; }

    public T OpenPlain<T>(params object[] more) => ActivatorUtilities.CreateInstance<T>(Sync.Services, more);

    public ConnectionOperations ConnectionWith(ISecretStore secrets, RunMode mode) =>
        new(Sync.Get<ISettingsStore>(), secrets, Sync.Get<IOutboxStore>(), Sync.Connection, mode, Sync.Get<SyncSignal>());

    public void Dispose() => Sync.Dispose();
}
