using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Microsoft.Extensions.DependencyInjection;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests;

public sealed class StorageServicesTests
{
    [Fact]
    public async Task AddOperatorStorage_EveryPort_WorksOnTheOneFile()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path("data"), "operator.db");
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddOperatorStorage(file).BuildServiceProvider(validateScopes: true))
        {
            Assert.Equal(CommitOutcome.Committed, await services.GetRequiredService<IOperatorStore>().CommitAsync([AddLink("L1"), AddOrder("O1"), CreateLink("A", "L1")], CancellationToken.None));
            Assert.NotNull(await services.GetRequiredService<IPaymentLinkStore>().FindAsync("L1", CancellationToken.None));
            Assert.NotNull(await services.GetRequiredService<ICheckoutStore>().FindAsync("O1", CancellationToken.None));
            Assert.Equal(1, (await services.GetRequiredService<IOutboxStore>().SummariseAsync(CancellationToken.None)).Waiting);
            Assert.Equal(OperatorSettings.Default, await services.GetRequiredService<ISettingsStore>().LoadAsync(CancellationToken.None));
            Assert.Same(services.GetRequiredService<OperatorDatabase>(), services.GetRequiredService<OperatorDatabase>());
        }

        Assert.False(File.Exists(file + "-wal"));
    }
}
