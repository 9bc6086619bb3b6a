using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Xunit;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IBackupStore"/> promises.</summary>
public abstract class BackupStoreAcceptance : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private IBackupStore? _backups;

    protected static CancellationToken None => CancellationToken.None;

    protected IBackupStore Backups => _backups!;

    public async ValueTask InitializeAsync() => _backups = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<IBackupStore> OpenAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task FindNewest_BeforeTheFirst_IsNone() => Assert.Null(await Backups.FindNewestAsync(None));

    [Fact]
    public async Task FindNewest_AfterSeveral_IsTheLast()
    {
        await TakeAsync(Start);
        await TakeAsync(Start.AddHours(1));

        Assert.Equal(Start.AddHours(1), await Backups.FindNewestAsync(None));
    }

    [Fact]
    public async Task FindNewest_ManyTaken_IsStillTheLast()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            await TakeAsync(Start.AddHours(hour));
        }

        Assert.Equal(Start.AddHours(4), await Backups.FindNewestAsync(None));
    }

    [Fact]
    public async Task BackUp_ClockSetBack_NeverDatesBeforeAnEarlierOne()
    {
        await TakeAsync(Start);
        await TakeAsync(Start.AddYears(-30));

        Assert.Equal(Start.AddMilliseconds(1), await Backups.FindNewestAsync(None));
    }

    [Fact]
    public async Task BackUp_TwiceAtOnce_KeepsBoth()
    {
        await TakeAsync(Start);
        await TakeAsync(Start);

        Assert.Equal(Start.AddMilliseconds(1), await Backups.FindNewestAsync(None));
    }

    [Fact]
    public async Task BackUp_AlreadyCancelled_TakesNone()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Backups.BackUpAsync(Start, new CancellationToken(canceled: true)));

        Assert.Null(await Backups.FindNewestAsync(None));
    }

    private async Task TakeAsync(DateTimeOffset at) => Assert.Equal(BackupOutcome.Taken, await Backups.BackUpAsync(at, None));
}
