using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Disk;

/// <summary>The log's end is torn off or spoilt: what survives is what came before, and the API doubles nothing of it.</summary>
public sealed class TornLogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const int Taps = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Log_TornAtManyPlaces_KeepsAPrefixAndDoublesNothing(bool isSpoilt)
    {
        await using var scene = new FaultScene(sandbox);
        List<string> taps = [];
        for (var tap = 0; tap < Taps; tap++)
        {
            taps.Add(FaultScene.Saved(await scene.Till.TapLinkAsync($"Tap {tap}")));

            // Half of them are at the API already; a torn log forgets that.
            if (tap == Taps / 2)
            {
                await scene.SettleAsync();
            }
        }

        var (file, log) = (await FileCopy.ReadAsync(scene.DatabaseFile), await FileCopy.ReadAsync(scene.DatabaseFile + "-wal"));
        HashSet<int> survivors = [];
        for (var tenth = 0; tenth <= 10; tenth++)
        {
            survivors.Add(await RestoreAsync(scene, taps, file, Damaged(log, log.Length * tenth / 10, isSpoilt)));
        }

        // The damage really reached different depths, and with none of it everything was there.
        Assert.Contains(Taps, survivors);
        Assert.True(survivors.Count > 3);
    }

    private static byte[] Damaged(byte[] log, int at, bool isSpoilt)
    {
        if (!isSpoilt)
        {
            return log[..at];
        }

        var spoilt = log.ToArray();
        if (at < spoilt.Length)
        {
            spoilt[at] ^= 0x10;
        }

        return spoilt;
    }

    private async Task<int> RestoreAsync(FaultScene scene, List<string> taps, byte[] file, byte[] log)
    {
        using var folder = new TemporaryFolder();
        var database = folder.File("operator.db");
        await File.WriteAllBytesAsync(database, file);
        await File.WriteAllBytesAsync(database + "-wal", log);

        // The same device: only the path is another here.
        await FileCopy.TakeAsync(scene.DatabaseFile + ".secrets", database + ".secrets");
        await using (var till = new Till(database, sandbox.Connection, scene.Time, seed: 1_000_003))
        {
            await till.CycleAsync();
            for (var cycle = 0; cycle < 50 && (await till.OpenAsync()).Count > 0; cycle++)
            {
                scene.Time.Advance(await till.NextWaitAsync());
                await till.CycleAsync();
            }
        }

        var operations = new TillFile(database).Operations();
        Assert.Equal(taps.Take(operations.Count), operations.Select(operation => operation.Lid));
        Assert.All(operations, operation => Assert.Equal("done", operation.State));
        OnceEach.CheckEffects(sandbox.Ledger, operations);
        return operations.Count;
    }
}
