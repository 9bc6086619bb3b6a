using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Microsoft.Extensions.Time.Testing;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>The promise over a damaged disk: nothing leaves a restored queue by itself, and nothing is created twice once a person lets it go on.</summary>
public sealed class RestoredQueueTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly InMemorySecretStore _secrets = new();
    private readonly FakeFlint _flint;
    private int _runs;

    public RestoredQueueTests() => _flint = new FakeFlint(_time);

    [Fact]
    public async Task WhileThingsWait_ABackupIsTakenEveryHourAndThreeAreKept()
    {
        _flint.IsDown = true;
        await using var app = StartApp();
        await app.CreateLinkAsync("Dues");

        await app.RunAsync(TimeSpan.FromHours(5));

        var taken = new BackupFolder(_folder.Database).NewestFirst();
        Assert.Equal(3, taken.Count);
        Assert.All(taken.Zip(taken.Skip(1)), pair => Assert.InRange(pair.First.TakenAt - pair.Second.TakenAt, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(62)));
    }

    [Fact]
    public async Task ANeverSentLink_IsHeldAndThenCreatedOnce()
    {
        _flint.IsDown = true;
        await using (var app = StartApp())
        {
            await app.CreateLinkAsync("Dues");
            await app.RunAsync(TimeSpan.FromSeconds(30));
        }

        await DamageAsync();
        _flint.IsDown = false;
        await using var next = StartApp();
        await next.RunAsync(TimeSpan.FromHours(2));
        Assert.Empty(_flint.Sent);
        await ConfirmAllAsync(next);
        await next.RunAsync(TimeSpan.FromMinutes(30));

        Assert.Single(_flint.Ledger);
        Assert.Empty(await next.OpenAsync());
    }

    [Fact]
    public async Task ALinkThatWasSentAfterTheBackup_IsHeldAndThenFoundNotCreatedAgain()
    {
        string lid;
        _flint.IsDown = true;
        await using (var app = StartApp())
        {
            lid = await app.CreateLinkAsync("Dues");
            await app.RunAsync(TimeSpan.FromSeconds(30));
            _flint.IsDown = false;
            await app.RunAsync(TimeSpan.FromMinutes(2));
            Assert.Single(_flint.Ledger);
            Assert.Empty(await app.OpenAsync());
        }

        await DamageAsync();
        await using var next = StartApp();
        await next.RunAsync(TimeSpan.FromHours(30));
        await ConfirmAllAsync(next);
        await next.RunAsync(TimeSpan.FromMinutes(30));

        var record = Assert.Single(_flint.Ledger);
        Assert.Equal(record.RemoteId, (await next.Get<IOperatorStore>().FindRecordAsync(lid, CancellationToken.None))!.RemoteId);
        Assert.Empty(await next.OpenAsync());
    }

    [Fact]
    public async Task ARestoredQueue_StaysHeldOverRestarts()
    {
        _flint.IsDown = true;
        await using (var app = StartApp())
        {
            await app.CreateLinkAsync("Dues");
            await app.RunAsync(TimeSpan.FromSeconds(30));
        }

        await DamageAsync();
        _flint.IsDown = false;
        for (var run = 0; run < 3; run++)
        {
            await using var app = StartApp();
            await app.RunAsync(TimeSpan.FromMinutes(5));
            Assert.Equal(OperationState.Held, Assert.Single(await app.OpenAsync()).State);
        }

        Assert.Empty(_flint.Sent);
    }

    [Fact]
    public async Task ALinkTappedAfterTheRestore_IsSentByItself()
    {
        _flint.IsDown = true;
        await using (var app = StartApp())
        {
            await app.CreateLinkAsync("Dues");
            await app.RunAsync(TimeSpan.FromSeconds(30));
        }

        await DamageAsync();
        _flint.IsDown = false;
        await using var next = StartApp();
        await next.RunAsync(TimeSpan.FromMinutes(1));
        await next.CreateLinkAsync("Raffle");
        await next.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("Raffle", Assert.IsType<Core.PaymentLinks.PaymentLinkSnapshot>(Assert.Single(_flint.Ledger)).Title);
        Assert.Equal(OperationState.Held, Assert.Single(await next.OpenAsync()).State);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(32)]
    public async Task LinksTappedAfterTheBackup_AreBroughtOverHeldAndCreatedOnce(int columns)
    {
        _flint.IsDown = true;
        await using (var app = StartApp())
        {
            await app.CreateLinkAsync("Dues");
            await app.RunAsync(TimeSpan.FromSeconds(30));
            for (var i = 0; i < 40; i++)
            {
                await app.CreateLinkAsync($"Raffle {i}");
            }
        }

        // A page of records, or of operations, from the middle of its table.
        var bytes = await File.ReadAllBytesAsync(_folder.Database);
        var pages = Enumerable.Range(2, (bytes.Length / 4096) - 1)
            .Where(n => Storage.Recovery.LeafPage.Of(n, bytes.AsSpan((n - 1) * 4096, 4096)) is { } leaf && leaf.Columns == columns)
            .ToList();
        bytes.AsSpan((pages[pages.Count / 2] - 1) * 4096, 4096).Fill(0xAA);
        await File.WriteAllBytesAsync(_folder.Database, bytes);
        await File.WriteAllTextAsync(_folder.Database + ".suspect", "");
        _flint.IsDown = false;
        await using var next = StartApp();
        await next.RunAsync(TimeSpan.FromHours(2));
        Assert.Empty(_flint.Sent);
        Assert.Equal(41, (await next.OpenAsync()).Count);
        Assert.Equal(new StoreNotice.Restored(new BackupFolder(_folder.Database).NewestFirst()[^1].TakenAt, next.Notices.OfType<StoreNotice.Restored>().Single().DamagedFile, 40), next.Notices[0]);
        await ConfirmAllAsync(next);
        await next.RunAsync(TimeSpan.FromHours(2));

        Assert.Equal(41, _flint.Ledger.Count);
        Assert.Equal(41, _flint.Ledger.Cast<Core.PaymentLinks.PaymentLinkSnapshot>().Select(l => l.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(await next.OpenAsync());
    }

    public void Dispose() => _folder.Dispose();

    private RealApp StartApp() => new(_folder.Database, _time, _flint, _secrets, ++_runs);

    private async Task DamageAsync()
    {
        Assert.NotNull(new BackupFolder(_folder.Database).Newest);
        await File.WriteAllTextAsync(_folder.Database, "damaged");
    }

    private static async Task ConfirmAllAsync(RealApp app)
    {
        Assert.IsType<StoreNotice.Restored>(Assert.Single(app.Notices));
        foreach (var operation in await app.OpenAsync())
        {
            Assert.Equal((OperationState.Held, HoldReason.RestoredBackup), (operation.State, operation.Hold));
            Assert.IsType<SaveOutcome.Saved>(await app.Get<OutboxOperations>().ConfirmAsync(operation.Id, CancellationToken.None));
        }
    }
}
