using System.Text;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class OutboxExportTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Write_NothingWaits_IsAHeaderAlone()
    {
        var row = Assert.Single(await ExportAsync());

        Assert.Equal(
            ["operation_id", "reference", "kind", "title", "amount", "currency", "state", "reason", "operator", "created_at", "attempts", "last_request_id", "content"],
            row);
    }

    [Fact]
    public async Task Write_Always_StartsWithTheMarkOfUtf8AndLeavesTheStreamOpen()
    {
        using var target = new MemoryStream();

        await _bench.Get<OutboxExport>().WriteAsync(target, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetPreamble(), target.ToArray()[..3]);
        Assert.True(target.CanWrite);
    }

    [Fact]
    public async Task Write_AChargeThatWaits_HoldsEverythingThatWasTyped()
    {
        _bench.Flint.IsDown = true;
        var usd = Currency.Of("USD");
        await _bench.Get<CheckoutOperations>().ChargeAsync(
            new CheckoutDraft
            {
                LineItems = [new LineItem("Event registration", 1, new Money(1_234_567, usd)), new LineItem("T-shirt, \"M\"", 2, new Money(2550, usd))],
                TipPercent = 10,
                Note = "Two\nlines",
                CustomerReference = "M-17",
            },
            CancellationToken.None);
        var (order, session) = (_bench.Store.Operations[0], _bench.Store.Operations[1]);

        var rows = await ExportAsync();

        Assert.Equal(
            [
                order.Id, "fop_" + order.Id, "create-order", "Event registration", "13636.34", "USD", "waiting-to-send", "", "Operator", "2026-09-14T08:00:00.000Z", "0", "",
                $"order: {order.Lid}\nline: 1 x 12345.67 USD Event registration\nline: 2 x 25.50 USD T-shirt, \"M\"\ntip: 10 %\ncustomer reference: M-17\nnote: Two\nlines",
            ],
            rows[1]);
        Assert.Equal(("create-checkout-session", $"order: {order.Lid}\nopen for: 1800 s"), (rows[2][2], rows[2][^1]));
        Assert.Equal(session.Id, rows[2][0]);
    }

    [Fact]
    public async Task Write_AChargeAtADiscount_HoldsDiscountAndTipAsTyped()
    {
        _bench.Flint.IsDown = true;
        var usd = Currency.Of("USD");
        await _bench.Get<CheckoutOperations>().ChargeAsync(
            new CheckoutDraft { LineItems = [new LineItem("Seat", 1, new Money(5000, usd))], Discount = new OrderDiscount("Members", Percent: 10), TipMoney = new Money(250, usd) },
            CancellationToken.None);

        var row = (await ExportAsync())[1];

        Assert.Equal("47.50", row[4]);
        Assert.EndsWith("line: 1 x 50.00 USD Seat\ndiscount: 10 % Members\ntip: 2.50 USD", row[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Refused_TellsWhyHowOftenAndTheRequest()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.CreateLinkAsync("=1+1");
        await _bench.CycleAsync();

        var row = (await ExportAsync())[1];

        Assert.Equal(("'=1+1", "refused-needs-you", "1"), (row[3], row[6], row[10]));
        Assert.StartsWith("VALIDATION_ERROR", row[7], StringComparison.Ordinal);
        Assert.Equal(_bench.Store.Operations[0].Problem?.RequestId ?? (await _bench.Get<IOutboxStore>().ListAsync(0, 1, CancellationToken.None))[0].LastAttempt?.RequestId, row[11]);
        Assert.NotEqual("", row[11]);
    }

    [Fact]
    public async Task Write_AnEditAndAPause_TellBeforeAndAfter()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        _bench.Flint.IsDown = true;
        await _bench.EditLinkAsync(lid, "Dues 2027", 16000);
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);

        var rows = await ExportAsync();

        Assert.Equal(
            ("update-payment-link", "title: Dues 2027\ntitle before: Collect membership dues\namount: 160.00 USD\namount before: 150.00 USD"), (rows[1][2], rows[1][^1]));
        Assert.Equal(("set-payment-link-active", "stops taking payment"), (rows[2][2], rows[2][^1]));
    }

    [Fact]
    public async Task Write_Held_NamesTheHold()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        await _bench.CopyAsync();

        Assert.Equal("copied-database", (await ExportAsync())[1][7]);
    }

    [Fact]
    public async Task Write_OfEveryKind_HoldsNoPayUrlAndNoKey()
    {
        await _bench.ChargeAsync();
        var lid = await _bench.ConflictAsync();
        await _bench.CycleAsync();
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();

        var text = await TextAsync();

        Assert.True(CsvReading.Rows(text).Count > 2);
        Assert.All(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Select(link => link.Url), url => Assert.DoesNotContain(url, text, StringComparison.Ordinal));
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Connection.Current.ApiKey!, text, StringComparison.Ordinal);
        Assert.All(_bench.Store.Operations, operation => Assert.DoesNotContain(operation.Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_MoreThanAPage_HoldsEachOnceInLineOrder()
    {
        _bench.Flint.IsDown = true;
        for (var i = 0; i < 1001; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }

        var rows = await ExportAsync();

        Assert.Equal(_bench.Store.Operations.Select(operation => operation.Id), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(1002, rows.Count);
    }

    [Fact]
    public void FileName_OfAMoment_SortsByTime() =>
        Assert.Equal("flint-outbox-20260914-060507.csv", OutboxExport.FileName(new DateTimeOffset(2026, 9, 14, 8, 5, 7, TimeSpan.FromHours(2))));

    public void Dispose() => _bench.Dispose();

    private async Task<IReadOnlyList<IReadOnlyList<string>>> ExportAsync() => CsvReading.Rows(await TextAsync());

    private async Task<string> TextAsync()
    {
        using var target = new MemoryStream();
        await _bench.Get<OutboxExport>().WriteAsync(target, CancellationToken.None);
        return Encoding.UTF8.GetString(target.ToArray()[3..]);
    }
}
