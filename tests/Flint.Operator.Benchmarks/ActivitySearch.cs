using System.Globalization;
using BenchmarkDotNet.Attributes;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Benchmarks;

/// <summary>What the activity screen asks for at each key: a page of fifty, and how many there are, among 100,000 records.</summary>
[Config(typeof(OneQuestionAnIteration))]
public class ActivitySearch
{
    private const int Records = 100_000;
    private const int PageSize = 50;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Titles = ["Membership dues", "Event registration", "Site visit", "Court hire", "Tennis lesson", "Repair deposit", "Guided tour", "Workshop seat"];

    // Filled once for all questions, and nothing of them changes it.
    private static Till? _filled;

    private Till _till = null!;

    /// <summary>Nothing; a letter that most have; a word of one in eight; an amount; a word and an amount; one order's number; what nobody has.</summary>
    [Params("", "d", "dues", "150", "due 150.00", "77777", "zebra")]
    public string Typed { get; set; } = "";

    [GlobalSetup]
    public async Task OpenAsync() => _till = _filled ??= await FillAsync();

    [Benchmark]
    public Task Page() => _till.Get<IActivityStore>().ListAsync(new ActivityQuery { Text = Typed }, Start, null, PageSize + 1, CancellationToken.None);

    [Benchmark]
    public Task Count() => _till.Get<IActivityStore>().CountAsync(new ActivityQuery { Text = Typed }, Start, 1_001, CancellationToken.None);

    [Benchmark]
    public Task PageOfOneState() =>
        _till.Get<IActivityStore>().ListAsync(new ActivityQuery { Text = Typed, States = [RecordState.Paid, RecordState.PartlyPaid] }, Start, null, PageSize + 1, CancellationToken.None);

    private static async Task<Till> FillAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flint-benchmark-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var till = new Till(folder.FullName, new Uri("http://127.0.0.1:9"), "flint_test_none");
        var (store, ids) = (till.Get<IOperatorStore>(), till.Get<LocalIds>());
        foreach (var batch in Enumerable.Range(0, Records).Chunk(1_000))
        {
            if (await store.CommitAsync([.. batch.Select(index => Add(ids, index))], CancellationToken.None) != CommitOutcome.Committed)
            {
                throw new InvalidOperationException("The file was not filled.");
            }
        }

        return till;
    }

    private static StoreChange.AddRemote Add(LocalIds ids, int index)
    {
        var at = Start.AddMinutes(index);
        var title = string.Create(CultureInfo.InvariantCulture, $"{Titles[index % Titles.Length]} {index % 997}");
        var money = new Money(5_000 + (index % 400 * 50), Currency.Of("USD"));
        return new StoreChange.AddRemote(ids.Next(at), index % 2 == 0 ? Link(index, title, money) : Order(index, title, money), null, at);
    }

    private static PaymentLinkSnapshot Link(int index, string title, Money money) => new()
    {
        RemoteId = string.Create(CultureInfo.InvariantCulture, $"pl_{index:D26}"),
        Title = title,
        AmountMoney = money,
        IsActive = index % 10 != 0,
        Url = "https://checkout.withflintpay.com/pay/1",
        Version = 1,
        CompletedCount = 0,
    };

    // One in two hundred is paid.
    private static OrderSnapshot Order(int index, string title, Money money) => new()
    {
        RemoteId = string.Create(CultureInfo.InvariantCulture, $"ord_{index:D26}"),
        Number = index.ToString(CultureInfo.InvariantCulture),
        Status = "open",
        PaymentStatus = index % 200 == 1 ? "paid" : "unpaid",
        LineItems = [new LineItem(title, 1, money), new LineItem("T-shirt, M", 1, money)],
        TotalMoney = money,
        TipMoney = money with { Minor = 0 },
        PaidMoney = money with { Minor = 0 },
        OutstandingMoney = money,
    };
}
