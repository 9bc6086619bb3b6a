using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Api;

/// <summary>
/// The hosted API as a model: it keeps its own ledger of records and keys, which tests read instead of asking the client what
/// it believes. Faults are queued one per write.
/// </summary>
public sealed class FakeFlint(TimeProvider time) : IOperationGateway, IAccountGateway
{
    private static readonly TimeSpan KeyWindow = TimeSpan.FromHours(24);

    private readonly Dictionary<string, (WireRequest Request, GatewayResult<RemoteRecord> Answer, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);
    private readonly Queue<FlintFault> _faults = new();
    private readonly List<SentWrite> _sent = [];
    private readonly List<RemoteRecord> _ledger = [];

    /// <summary>Whether nothing gets through at all.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether the key is refused everywhere.</summary>
    public bool KeyIsRefused { get; set; }

    /// <summary>Whose key it is.</summary>
    public AccountIdentity Account { get; set; } = new("mer_1", "sandbox", "test_1");

    /// <summary>Whether reads of a session withhold its URL, as the API may.</summary>
    public bool WithholdsUrls { get; set; }

    /// <summary>Every record there is, in the order of creation.</summary>
    public IReadOnlyList<RemoteRecord> Ledger => _ledger;

    /// <summary>Every write that reached the wire.</summary>
    public IReadOnlyList<SentWrite> Sent => _sent;

    /// <summary>How many requests of any kind were made.</summary>
    public int Calls { get; private set; }

    /// <summary>Runs while a write is out; a test throws here to kill the app mid-request.</summary>
    public Action? DuringSend { get; set; }

    /// <summary>The next writes fail so, one each.</summary>
    public void Fail(params FlintFault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>A buyer pays a session.</summary>
    public void Pay(string sessionId)
    {
        var session = (CheckoutSessionSnapshot)Find(sessionId);
        Replace(session with { Status = "paid", TerminalReason = "payment_succeeded", UpdatedAt = time.GetUtcNow() });
        var order = (OrderSnapshot)Find(session.OrderId!);
        Replace(order with { PaymentStatus = "paid", PaidMoney = order.TotalMoney, OutstandingMoney = Money.Zero(order.TotalMoney.Currency), UpdatedAt = time.GetUtcNow() });
    }

    /// <summary>A record that another device made.</summary>
    public void Add(RemoteRecord record) => _ledger.Add(record);

    public WireRequest Encode(Operation operation, WireTargets targets) => FakeWire.Encode(operation, targets);

    public Task<GatewayResult<AuthContext>> WhoAmIAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Gate<AuthContext>() ?? new GatewayResult<AuthContext>.Succeeded(new AuthContext(Account, [], "counter-7", null), Info(200)));

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
    {
        var fault = _faults.TryDequeue(out var next) ? next : (FlintFault?)null;
        if (IsDown || fault == FlintFault.NotSent)
        {
            Calls++;
            return Task.FromResult<GatewayResult<RemoteRecord>>(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect));
        }

        _sent.Add(new SentWrite(kind, request, idempotencyKey, time.GetUtcNow()));
        DuringSend?.Invoke();
        return Task.FromResult(Gate<RemoteRecord>() ?? Answer(request, idempotencyKey, fault));
    }

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(Gate<IReadOnlyList<RemoteRecord>>()
            ?? new GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded([.. _ledger.Where(r => r.Reference == reference).Select(AsRead)], Info(200)));

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        Task.FromResult(Gate<RemoteRecord>() ?? new GatewayResult<RemoteRecord>.Succeeded(AsRead(Find(remoteId)), Info(200)));

    private GatewayResult<T>? Gate<T>()
    {
        Calls++;
        return IsDown ? new GatewayResult<T>.NotSent(NetworkFault.Connect) : KeyIsRefused ? Problem<T>(401, "INVALID_API_KEY") : null;
    }

    private GatewayResult<RemoteRecord> Answer(WireRequest request, string key, FlintFault? fault)
    {
        switch (fault)
        {
            case FlintFault.LostRequest:
                return new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.TimedOut);
            case FlintFault.LostReply:
                _keys[key] = (request, Work(request), time.GetUtcNow());
                return new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken);
            case FlintFault.ErrorBeforeWork:
                return Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.ErrorAfterWork:
                Work(request);
                return Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.KeptError:
                _keys[key] = (request, Problem<RemoteRecord>(500, "INTERNAL_ERROR", replay: true), time.GetUtcNow());
                return Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.InProgress:
                return Problem<RemoteRecord>(409, "IDEMPOTENCY_KEY_IN_PROGRESS");
            case FlintFault.RateLimited:
                return Problem<RemoteRecord>(429, "RATE_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromMinutes(1));
            case FlintFault.Unauthorised:
                return Problem<RemoteRecord>(401, "INVALID_API_KEY");
            case FlintFault.Refused:
                return Problem<RemoteRecord>(400, "VALIDATION_ERROR");
            case FlintFault.CaptivePortal:
                return new GatewayResult<RemoteRecord>.Unreadable(Info(200));
            case FlintFault.ForeignRecord:
                return new GatewayResult<RemoteRecord>.Succeeded(Link("pl_foreign", null, FakeWire.Decode(request)), Info(201));
        }

        if (_keys.TryGetValue(key, out var kept) && time.GetUtcNow() - kept.At < KeyWindow)
        {
            return kept.Request == request ? kept.Answer : Problem<RemoteRecord>(409, "IDEMPOTENCY_KEY_REUSED");
        }

        var answer = Work(request);
        _keys[key] = (request, answer, time.GetUtcNow());
        return answer;
    }

    private GatewayResult<RemoteRecord> Work(WireRequest request)
    {
        var wire = FakeWire.Decode(request);
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("POST", [_, "payment-links"]) => Created(Link(NewId("pl"), wire.Reference, wire)),
            ("POST", [_, "orders"]) => Created(Order(wire)),
            ("POST", [_, "checkout-sessions"]) => CreateSession(wire),
            ("POST", [_, "checkout-sessions", var id, "close"]) => CloseSession((CheckoutSessionSnapshot)Find(id)),
            (_, [_, "payment-links", var id]) => Changed((PaymentLinkSnapshot)Find(id) with { IsActive = wire.Active ?? true, UpdatedAt = time.GetUtcNow() }),
            _ => Problem<RemoteRecord>(404, "ROUTE_NOT_FOUND"),
        };
    }

    private GatewayResult<RemoteRecord> CreateSession(FakeWire wire)
    {
        if (_ledger.OfType<CheckoutSessionSnapshot>().FirstOrDefault(s => s.OrderId == wire.OrderId && s.Status == "open") is { } open)
        {
            if (open.RemoteId != wire.Replaces)
            {
                return Problem<RemoteRecord>(409, "CHECKOUT_SESSION_ALREADY_EXISTS");
            }

            Replace(open with { Status = "invalidated", TerminalReason = "superseded", UpdatedAt = time.GetUtcNow() });
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
            UpdatedAt = time.GetUtcNow(),
        });
    }

    private GatewayResult<RemoteRecord> CloseSession(CheckoutSessionSnapshot session) => session.Status == "open"
        ? Changed(session with { Status = "closed", TerminalReason = "api", UpdatedAt = time.GetUtcNow() })
        : Problem<RemoteRecord>(409, "INVALID_STATUS_TRANSITION");

    private PaymentLinkSnapshot Link(string id, string? reference, FakeWire wire) => new()
    {
        RemoteId = id,
        Reference = reference,
        Title = wire.Title,
        AmountMoney = new Money(wire.Minor, Currency.Of(wire.Currency)),
        IsActive = true,
        Url = $"https://checkout.withflintpay.com/pay/{id}",
        Version = 1,
        CompletedCount = 0,
        UpdatedAt = time.GetUtcNow(),
    };

    private OrderSnapshot Order(FakeWire wire)
    {
        var total = new Money(wire.Minor, Currency.Of(wire.Currency));
        return new OrderSnapshot
        {
            RemoteId = NewId("ord"),
            Reference = wire.Reference,
            Number = (1000 + _ledger.Count).ToString(CultureInfo.InvariantCulture),
            Status = "open",
            PaymentStatus = "unpaid",
            LineItems = [new LineItem(wire.Title, 1, total)],
            TotalMoney = total,
            TipMoney = Money.Zero(total.Currency),
            PaidMoney = Money.Zero(total.Currency),
            OutstandingMoney = total,
            UpdatedAt = time.GetUtcNow(),
        };
    }

    private RemoteRecord AsRead(RemoteRecord record) => WithholdsUrls && record is CheckoutSessionSnapshot session ? session with { Url = null } : record;

    private RemoteRecord Find(string id) => _ledger.Single(record => record.RemoteId == id);

    private void Replace(RemoteRecord record) => _ledger[_ledger.FindIndex(old => old.RemoteId == record.RemoteId)] = record;

    private GatewayResult<RemoteRecord> Created(RemoteRecord record)
    {
        _ledger.Add(record);
        return new GatewayResult<RemoteRecord>.Succeeded(record, Info(201));
    }

    private GatewayResult<RemoteRecord> Changed(RemoteRecord record)
    {
        Replace(record);
        return new GatewayResult<RemoteRecord>.Succeeded(record, Info(200));
    }

    private string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{_ledger.Count + 1}");

    private GatewayResult<T> Problem<T>(int status, string code, bool replay = false, TimeSpan? retryAfter = null) =>
        new GatewayResult<T>.Answered(new ApiProblem { Status = status, Code = code, Message = $"{code} it is." }, Info(status) with { IsReplay = replay, RetryAfter = retryAfter });

    private ResponseInfo Info(int status) => new() { Status = status, ServerDate = time.GetUtcNow(), RequestId = $"req_{Calls}" };
}
