using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>Ordinary records for tests of stores. Local ids are short words; only their order counts.</summary>
public static class StoreSamples
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static AccountIdentity Account { get; } = new("mer_1", "sandbox", "test_1");

    public static AccountIdentity OtherAccount { get; } = new("mer_2", "live", null);

    public static Money Usd(long minor) => new(minor, Currency.Of("USD"));

    public static PaymentLinkDraft Link(string title = "Membership dues") => new(title, Usd(15_000));

    /// <summary>A link with something in every member.</summary>
    public static PaymentLinkDraft FullLink() => new("Tips", null)
    {
        Terms = new LinkTerms
        {
            Pricing = LinkPricing.BuyerChooses,
            Range = new PriceRange { Minimum = Usd(100), Maximum = Usd(9_000), Suggested = [Usd(500), Usd(1_000)] },
            Quantity = new QuantityRange(1, 5),
            Description = "Goes to the crew",
            MaximumCompletions = 40,
            CheckoutLife = TimeSpan.FromMinutes(15),
            InactiveMessage = "Back in May",
            Questions = [new LinkQuestion("day", QuestionKind.Dropdown, "Day") { IsRequired = true, Options = ["Sat", "Sun"], Placeholder = "Choose" }, new LinkQuestion("note", QuestionKind.LongText, "Note") { MaximumLength = 80 }],
        },
    };

    public static CheckoutDraft Charge(string name = "Site visit") => new()
    {
        LineItems = [new LineItem(name, 2, Usd(7_500)), new LineItem("Travel", 1, Usd(1_000))], TipPercent = 10, Note = "Thanks", CustomerReference = "M-17",
    };

    public static StoreChange AddLink(string lid, string title = "Membership dues") => new StoreChange.AddPaymentLink(lid, Link(title), Start, "Ada");

    public static StoreChange AddOrder(string lid, string name = "Site visit") => new StoreChange.AddOrder(lid, Charge(name), Start, "Ada");

    public static StoreChange AddSession(string lid, string orderLid) => new StoreChange.AddCheckoutSession(lid, orderLid, Start, "Ada");

    public static Operation Creating(string id, string lid, OperationIntent intent, OperationState state = OperationState.Ready, string? aggregate = null, params string[] needs) => new()
    {
        Id = id,
        Position = 0,
        Aggregate = aggregate ?? lid,
        Lid = lid,
        Intent = intent,
        State = state,
        Needs = needs,
        CreatedAt = Start,
        OperatorName = "Ada",
        KeyBorn = new Moment(Start, null, TimeSpan.FromSeconds(3), "run-1"),
    };

    public static StoreChange CreateLink(string id, string lid, OperationState state = OperationState.Ready, params string[] needs) =>
        new StoreChange.AddOperation(Creating(id, lid, new OperationIntent.CreatePaymentLink(Link()), state, null, needs));

    public static StoreChange CreateOrder(string id, string lid) => new StoreChange.AddOperation(Creating(id, lid, new OperationIntent.CreateOrder(Charge())));

    public static StoreChange CreateSession(string id, string lid, string orderLid, params string[] needs) =>
        new StoreChange.AddOperation(Creating(
            id,
            lid,
            new OperationIntent.CreateCheckoutSession(orderLid, TimeSpan.FromMinutes(30)),
            needs.Length == 0 ? OperationState.Ready : OperationState.Waiting,
            orderLid,
            needs));

    public static PaymentLinkSnapshot LinkAt(string remoteId, int minute = 0, string title = "Membership dues") => new()
    {
        RemoteId = remoteId,
        Reference = "fop_" + remoteId,
        UpdatedAt = Start.AddMinutes(minute),
        Title = title,
        AmountMoney = Usd(15_000),
        IsActive = true,
        Url = "https://checkout.withflintpay.com/l/" + remoteId,
        Version = 1,
        CompletedCount = 2,
        Origin = "api",
    };

    public static OrderSnapshot OrderAt(string remoteId, int minute = 0, string paymentStatus = "unpaid") => new()
    {
        RemoteId = remoteId,
        Reference = "fop_" + remoteId,
        UpdatedAt = Start.AddMinutes(minute),
        Number = "1001",
        Status = "open",
        PaymentStatus = paymentStatus,
        LineItems = [new LineItem("Site visit, as billed", 2, Usd(7_500))],
        TotalMoney = Usd(16_500),
        TipMoney = Usd(1_500),
        PaidMoney = Usd(0),
        OutstandingMoney = Usd(16_500),
    };

    public static CheckoutSessionSnapshot SessionAt(string remoteId, int minute = 0, string? url = "https://checkout.withflintpay.com/s#secret", string status = "open") => new()
    {
        RemoteId = remoteId,
        Reference = "fop_" + remoteId,
        UpdatedAt = Start.AddMinutes(minute),
        OrderId = "ord_1",
        Status = status,
        Url = url,
        ExpiresAt = Start.AddMinutes(30),
        PaymentAttemptStatus = "failed",
        RecoveryMode = false,
    };

    public static StoreChange Put(string lid, RemoteRecord record, int seenMinute = 0) => new StoreChange.PutSnapshot(lid, record, Start.AddMinutes(seenMinute));
}
