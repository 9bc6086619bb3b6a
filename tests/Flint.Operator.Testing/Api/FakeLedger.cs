using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Testing.Api;

/// <summary>The records of <see cref="FakeFlint"/>, and what its writes do to them.</summary>
internal sealed class FakeLedger(TimeProvider time, FakeAnswers answers)
{
    private readonly List<RemoteRecord> _records = [];

    public IReadOnlyList<RemoteRecord> Records => _records;

    public void Add(RemoteRecord record) => _records.Add(record);

    public void Remove(string id) => _records.Remove(Find(id));

    public bool Has(string id) => _records.Exists(record => record.RemoteId == id);

    public RemoteRecord Find(string id) => _records.Single(record => record.RemoteId == id);

    public void Replace(RemoteRecord record) => _records[_records.FindIndex(old => old.RemoteId == record.RemoteId)] = record;

    public GatewayResult<RemoteRecord> Work(WireRequest request)
    {
        var wire = FakeWire.Decode(request);
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_, _, var named, ..] && !Has(named))
        {
            return answers.Problem<RemoteRecord>(404, "RESOURCE_NOT_FOUND");
        }

        return (request.Method, parts) switch
        {
            ("POST", [_, "payment-links"]) => Created(Link(NewId("pl"), wire.Reference, wire)),
            ("POST", [_, "orders"]) => Created(Order(wire)),
            ("POST", [_, "checkout-sessions"]) => CreateSession(wire),
            ("POST", [_, "checkout-sessions", var id, "close"]) => CloseSession((CheckoutSessionSnapshot)Find(id)),
            ("POST", [_, "orders", var id, "close"]) => CloseOrder((OrderSnapshot)Find(id)),
            (_, [_, "payment-links", var id]) => UpdateLink((PaymentLinkSnapshot)Find(id), wire),
            _ => answers.Problem<RemoteRecord>(404, "ROUTE_NOT_FOUND"),
        };
    }

    private GatewayResult<RemoteRecord> CreateSession(FakeWire wire)
    {
        if (_records.OfType<CheckoutSessionSnapshot>().FirstOrDefault(s => s.OrderId == wire.OrderId && s.Status == "open") is { } open)
        {
            if (open.RemoteId != wire.Replaces)
            {
                return wire.Replaces is null
                    ? new GatewayResult<RemoteRecord>.Answered(
                        new ApiProblem { Status = 409, Code = "CHECKOUT_SESSION_ALREADY_EXISTS", ExistingCheckoutSessionId = open.RemoteId }, answers.Info(409))
                    : answers.Problem<RemoteRecord>(409, "CHECKOUT_SESSION_CURRENT_CHANGED");
            }

            Replace(open with { Status = "invalidated", TerminalReason = "superseded", UpdatedAt = time.GetUtcNow() });
        }

        if (wire.Replaces is not null && !_records.Exists(r => r.RemoteId == wire.Replaces && r is CheckoutSessionSnapshot { Status: "invalidated", TerminalReason: "superseded" }))
        {
            return answers.Problem<RemoteRecord>(409, "ORDER_COLLECTION_IN_PROGRESS");
        }

        var id = NewId("cs");
        return Created(new CheckoutSessionSnapshot
        {
            RemoteId = id,
            Reference = wire.Reference,
            OrderId = wire.OrderId,
            Status = "open",
            Url = $"https://checkout.withflintpay.com/checkout/{id}#checkout_token=secret",
            ExpiresAt = time.GetUtcNow().AddSeconds(wire.LifeSeconds),
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        });
    }

    private GatewayResult<RemoteRecord> UpdateLink(PaymentLinkSnapshot link, FakeWire wire) => wire.Version is { } version && version != link.Version
        ? answers.Problem<RemoteRecord>(409, "PAYMENT_LINK_CHANGED")
        : Changed(link with
        {
            IsActive = wire.Active ?? link.IsActive,
            Title = wire.Title.Length > 0 ? wire.Title : link.Title,
            AmountMoney = wire.Minor > 0 ? new Money(wire.Minor, Currency.Of(wire.Currency)) : FakeTerms.Read(wire.Terms).Range is null ? link.AmountMoney : null,
            Terms = Changed(link, wire),
            QuestionIds = Ids(Changed(link, wire)),
            Version = link.Version + 1,
            UpdatedAt = time.GetUtcNow(),
        });

    private static LinkTerms Changed(PaymentLinkSnapshot link, FakeWire wire)
    {
        var terms = wire.Terms is null ? link.Terms ?? LinkTerms.Plain : FakeTerms.Read(wire.Terms);
        return wire.InactiveMessage is { } said ? terms with { InactiveMessage = said } : terms;
    }

    // An id of its own for each key, kept while the key is.
    private static ValueList<LinkQuestionId> Ids(LinkTerms terms) => [.. terms.Questions.Select(question => new LinkQuestionId(question.Key, $"plcf_{question.Key}"))];

    private GatewayResult<RemoteRecord> CloseOrder(OrderSnapshot order) => order.Status == "open"
        ? Changed(order with { Status = "closed", UpdatedAt = time.GetUtcNow() })
        : answers.Problem<RemoteRecord>(400, "ORDER_ALREADY_CLOSED");

    private GatewayResult<RemoteRecord> CloseSession(CheckoutSessionSnapshot session) => session.Status == "open"
        ? Changed(session with { Status = "closed", TerminalReason = "api", UpdatedAt = time.GetUtcNow() })
        : answers.Problem<RemoteRecord>(409, "INVALID_STATUS_TRANSITION");

    public PaymentLinkSnapshot Link(string id, string? reference, FakeWire wire) => new()
    {
        RemoteId = id,
        Reference = reference,
        Title = wire.Title,
        AmountMoney = wire.Minor > 0 ? new Money(wire.Minor, Currency.Of(wire.Currency)) : null,
        Terms = FakeTerms.Read(wire.Terms),
        QuestionIds = Ids(FakeTerms.Read(wire.Terms)),
        IsActive = true,
        Url = $"https://checkout.withflintpay.com/pay/{id}",
        Version = 1,
        CompletedCount = 0,
        Line = FakeTerms.Read(wire.Terms).Pricing == LinkPricing.Donation ? null : new PaymentLinkLine($"{id}_line", null, wire.Title, 1),
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private OrderSnapshot Order(FakeWire wire)
    {
        var total = new Money(wire.Minor, Currency.Of(wire.Currency));
        return new OrderSnapshot
        {
            RemoteId = NewId("ord"),
            Reference = wire.Reference,
            Number = (1000 + _records.Count).ToString(CultureInfo.InvariantCulture),
            Status = "open",
            PaymentStatus = "unpaid",
            LineItems = [new LineItem(wire.Title, 1, total)],
            TotalMoney = total,
            TipMoney = Money.Zero(total.Currency),
            PaidMoney = Money.Zero(total.Currency),
            OutstandingMoney = total,
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
    }

    private GatewayResult<RemoteRecord> Created(RemoteRecord record)
    {
        _records.Add(record);
        return new GatewayResult<RemoteRecord>.Succeeded(record, answers.Info(201));
    }

    private GatewayResult<RemoteRecord> Changed(RemoteRecord record)
    {
        Replace(record);
        return new GatewayResult<RemoteRecord>.Succeeded(record, answers.Info(200));
    }

    private string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{_records.Count + 1}");
}
