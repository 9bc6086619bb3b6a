using System.Text;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Activity;

public sealed class ActivityExportTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Write_SentAndUnsent_HoldsBothAndSaysWhich()
    {
        await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        await _bench.CreateLinkAsync("Deposit", 320_000);
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        await _bench.ChargeAsync();

        var lines = (await ExportAsync(ActivityQuery.Everything)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("payment-link,Deposit,3200.00,USD,waiting-to-send,not yet,,fop_", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("checkout-session,Event registration,201.00,USD,ready,yes,", lines[3], StringComparison.Ordinal);
        Assert.Contains("\"1 x 150.00 USD Event registration\n2 x 25.50 USD T-shirt, M\",,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Narrowed_HoldsWhatWasAskedForOnly()
    {
        await _bench.ChargeAsync();
        await _bench.CreateLinkAsync("Deposit");

        var text = await ExportAsync(new ActivityQuery { Surface = Surface.CheckoutSession, Text = "event" });

        Assert.DoesNotContain("Deposit", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Write_TitlesAndNotesOfOtherPeople_AreNoFormulas()
    {
        await _bench.CreateLinkAsync("=HYPERLINK(\"https://evil.example\")");
        await _bench.Get<CheckoutOperations>().ChargeAsync(StoreSamples.Charge() with { Note = "+1", CustomerReference = "@SUM(A1)" }, CancellationToken.None);

        var text = await ExportAsync(ActivityQuery.Everything);

        Assert.Contains("\"'=HYPERLINK(", text, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(A1),'+1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhatIsReadyToBePaid_HoldsNoPageAndNoKey()
    {
        var link = await _bench.CreateLinkAsync();
        var checkout = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.NotNull((await _bench.LinkAsync(link))!.Snapshot!.Url);
        Assert.NotNull((await _bench.CheckoutAsync(checkout)).Session!.Url);

        var text = await ExportAsync(ActivityQuery.Everything);

        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("flint_", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Write_MoreThanAPageOfRows_HoldsEachOnce()
    {
        StoreChange[] changes = [.. Enumerable.Range(0, 1_201).Select(i => StoreSamples.AddLink($"{i:D26}", $"Link {i}"))];
        Assert.Equal(CommitOutcome.Committed, await _bench.Store.CommitAsync(changes, CancellationToken.None));

        var lines = (await ExportAsync(ActivityQuery.Everything)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1_202, lines.Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> ExportAsync(ActivityQuery query)
    {
        using var stream = new MemoryStream();
        await _bench.Get<ActivityExport>().WriteAsync(stream, query, _bench.Time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(Encoding.UTF8.GetPreamble(), stream.ToArray()[..3]);
        return Encoding.UTF8.GetString(stream.ToArray().AsSpan(3));
    }
}
