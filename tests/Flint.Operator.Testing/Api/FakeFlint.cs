using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Testing.Api;

/// <summary>
/// The hosted API as a model: it keeps its own ledger of records and keys, which tests read instead of asking the client what
/// it believes. Faults are queued one per write.
/// </summary>
public sealed class FakeFlint : IOperationGateway, IAccountGateway
{
    private static readonly TimeSpan KeyWindow = TimeSpan.FromHours(24);

    private readonly Dictionary<string, (WireRequest Request, GatewayResult<RemoteRecord> Answer, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);
    private readonly Queue<FlintFault> _faults = new();
    private readonly List<SentWrite> _sent = [];
    private readonly TimeProvider _time;
    private readonly ActiveConnection? _connection;
    private readonly FakeAnswers _answers;
    private readonly FakeLedger _ledger;

    // Over a real store the lanes of the engine send from several threads.
    private readonly Lock _oneAtATime = new();

    /// <param name="time">The API's clock.</param>
    /// <param name="connection">The connection in force, as the real client reads it; without one the key never changes.</param>
    public FakeFlint(TimeProvider time, ActiveConnection? connection = null)
    {
        (_time, _connection) = (time, connection);
        _answers = new FakeAnswers(time);
        _ledger = new FakeLedger(time, _answers);
    }

    /// <summary>Whether nothing gets through at all.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether everything gets through and nothing is answered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether the key is refused everywhere.</summary>
    public bool KeyIsRefused { get; set; }

    /// <summary>Whose key it is.</summary>
    public AccountIdentity Account { get; set; } = new("mer_1", "sandbox", "test_1");

    /// <summary>Whether the question whose key it is has an answer that does not say.</summary>
    public bool WhoIsUnknown { get; set; }

    /// <summary>What the key may do, as the API names it; empty when it names nothing.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Kinds that the key has no right to: what is asked of them is refused, whatever <see cref="Scopes"/> says.</summary>
    public ISet<RecordKind> Forbidden { get; } = new HashSet<RecordKind>();

    /// <summary>Whether reads of a session withhold its URL, as the API may.</summary>
    public bool WithholdsUrls { get; set; }

    /// <summary>Every record there is, in the order of creation.</summary>
    public IReadOnlyList<RemoteRecord> Ledger => _ledger.Records;

    /// <summary>Every write that reached the wire.</summary>
    public IReadOnlyList<SentWrite> Sent => _sent;

    /// <summary>How many requests of any kind were made.</summary>
    public int Calls => _answers.Calls;

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
        var session = (CheckoutSessionSnapshot)_ledger.Find(sessionId);
        _ledger.Replace(session with { Status = "paid", TerminalReason = "payment_succeeded", UpdatedAt = _time.GetUtcNow() });
        var order = (OrderSnapshot)_ledger.Find(session.OrderId!);
        _ledger.Replace(order with { PaymentStatus = "paid", PaidMoney = order.TotalMoney, OutstandingMoney = Money.Zero(order.TotalMoney.Currency), UpdatedAt = _time.GetUtcNow() });
    }

    /// <summary>A record that another device made.</summary>
    public void Add(RemoteRecord record) => _ledger.Add(record with { CreatedAt = record.CreatedAt ?? _time.GetUtcNow(), UpdatedAt = record.UpdatedAt ?? _time.GetUtcNow() });

    /// <summary>A record is not in this account after all.</summary>
    public void Remove(string id) => _ledger.Remove(id);

    /// <summary>Somebody changes a record elsewhere.</summary>
    public void Change<T>(string id, Func<T, T> change)
        where T : RemoteRecord
    {
        var changed = change((T)_ledger.Find(id)) with { UpdatedAt = _time.GetUtcNow() };
        _ledger.Replace(changed is PaymentLinkSnapshot link ? link with { Version = link.Version + 1 } : changed);
    }

    /// <summary>The code with which every new session is refused, if any.</summary>
    public Func<string?> RefuseSessions { get; set; } = () => null;

    /// <summary>The next reads of one record fail with a 503, so many of them.</summary>
    public int FailReads { get; set; }

    /// <summary>How many rows a page of a list has.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Whether page tokens are refused, as after a long pause.</summary>
    public bool TokensAreExpired { get; set; }

    public WireRequest Encode(Operation operation, WireTargets targets) => FakeWire.Encode(operation, targets);

    public Task<GatewayResult<AuthContext>> WhoAmIAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Gate<AuthContext>(null) ?? (WhoIsUnknown ? _answers.Problem<AuthContext>(404, "ROUTE_NOT_FOUND") : new GatewayResult<AuthContext>.Succeeded(new AuthContext(Account, Scopes, "counter-7", null), _answers.Info(200))));

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
    {
        lock (_oneAtATime)
        {
            return Task.FromResult(Send(kind, request, idempotencyKey));
        }
    }

    private GatewayResult<RemoteRecord> Send(RecordKind kind, WireRequest request, string idempotencyKey)
    {
        var fault = _faults.TryDequeue(out var next) ? next : (FlintFault?)null;
        if (IsDown || fault == FlintFault.NotSent)
        {
            _answers.Calls++;
            return new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect);
        }

        if (IsKeptBack)
        {
            return new GatewayResult<RemoteRecord>.NotSent(NetworkFault.KeyChanged);
        }

        _sent.Add(new SentWrite(kind, request, idempotencyKey, _time.GetUtcNow()));
        DuringSend?.Invoke();
        return Gate<RemoteRecord>(kind) ?? (kind == RecordKind.CheckoutSession && RefuseSessions() is { } code
            ? _answers.Problem<RemoteRecord>(409, code)
            : Answer(request, idempotencyKey, fault));
    }

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(Gate<IReadOnlyList<RemoteRecord>>(kind)
            ?? new GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded([.. _ledger.Records.Where(r => r.Reference == reference).Select(AsRead)], _answers.Info(200)));

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) =>
        Task.FromResult(Gate<IReadOnlyList<RemoteRecord>>(RecordKind.CheckoutSession)
            ?? new GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded(
                [.. _ledger.Records.OfType<CheckoutSessionSnapshot>().Where(s => s.OrderId == orderId && s.Status == "open").Select(AsRead)], _answers.Info(200)));

    public Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken)
    {
        if (Gate<RemotePage>(query.Kind) is { } refused)
        {
            return Task.FromResult(refused);
        }

        if (query.PageToken is not null && TokensAreExpired)
        {
            return Task.FromResult(_answers.Problem<RemotePage>(400, "INVALID_PAGE_TOKEN"));
        }

        // Links cannot be filtered by a change, as at the real one.
        var rows = _ledger.Records
            .Where(r => RecordCheck.KindOf(r) == query.Kind && (query.Kind == RecordKind.PaymentLink || query.ChangedAfter is null || r.UpdatedAt > query.ChangedAfter))
            .OrderByDescending(r => r.UpdatedAt)
            .ThenBy(r => r.RemoteId, StringComparer.Ordinal)
            .ToList();
        var from = query.PageToken is null ? 0 : int.Parse(query.PageToken, CultureInfo.InvariantCulture);
        var next = from + PageSize < rows.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult<GatewayResult<RemotePage>>(new GatewayResult<RemotePage>.Succeeded(new RemotePage([.. rows.Skip(from).Take(PageSize).Select(AsRead)], next), _answers.Info(200)));
    }

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        Task.FromResult(Gate<RemoteRecord>(kind) ?? (FailReads-- > 0
            ? _answers.Problem<RemoteRecord>(503, "SERVICE_UNAVAILABLE")
            : !_ledger.Has(remoteId) ? _answers.Problem<RemoteRecord>(404, "RESOURCE_NOT_FOUND")
            : new GatewayResult<RemoteRecord>.Succeeded(AsRead(_ledger.Find(remoteId)), _answers.Info(200))));

    private bool IsKeptBack => _connection is { IsAccepted: false };

    // Nothing but the question whose key it is has no kind.
    private GatewayResult<T>? Gate<T>(RecordKind? kind)
    {
        if (kind is not null && IsKeptBack)
        {
            return new GatewayResult<T>.NotSent(NetworkFault.KeyChanged);
        }

        _answers.Calls++;
        return IsDown ? new GatewayResult<T>.NotSent(NetworkFault.Connect)
            : IsSilent ? new GatewayResult<T>.NoAnswer(NetworkFault.TimedOut)
            : KeyIsRefused ? _answers.Problem<T>(401, "INVALID_API_KEY")
            : kind is { } asked && Forbidden.Contains(asked) ? _answers.Problem<T>(403, "INSUFFICIENT_SCOPE")
            : null;
    }

    private GatewayResult<RemoteRecord> Answer(WireRequest request, string key, FlintFault? fault)
    {
        switch (fault)
        {
            case FlintFault.LostRequest:
                return new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.TimedOut);
            case FlintFault.LostReply:
                _keys[key] = (request, _ledger.Work(request), _time.GetUtcNow());
                return new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken);
            case FlintFault.ErrorBeforeWork:
                return _answers.Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.ErrorAfterWork:
                _ledger.Work(request);
                return _answers.Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.KeptError:
                _keys[key] = (request, _answers.Problem<RemoteRecord>(500, "INTERNAL_ERROR", replay: true), _time.GetUtcNow());
                return _answers.Problem<RemoteRecord>(500, "INTERNAL_ERROR");
            case FlintFault.InProgress:
                return _answers.Problem<RemoteRecord>(409, "IDEMPOTENCY_KEY_IN_PROGRESS");
            case FlintFault.RateLimited:
                return _answers.Problem<RemoteRecord>(429, "RATE_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromMinutes(1));
            case FlintFault.RateLimitedByCode:
                return _answers.Problem<RemoteRecord>(400, "RATE_LIMIT_EXCEEDED");
            case FlintFault.Unauthorised:
                return _answers.Problem<RemoteRecord>(401, "INVALID_API_KEY");
            case FlintFault.Refused:
                return _answers.Problem<RemoteRecord>(400, "VALIDATION_ERROR");
            case FlintFault.CaptivePortal:
                return new GatewayResult<RemoteRecord>.Unreadable(_answers.Info(200));
            case FlintFault.ForeignRecord:
                return new GatewayResult<RemoteRecord>.Succeeded(_ledger.Link("pl_foreign", null, FakeWire.Decode(request)), _answers.Info(201));
        }

        if (_keys.TryGetValue(key, out var kept) && _time.GetUtcNow() - kept.At < KeyWindow)
        {
            return kept.Request == request ? kept.Answer : _answers.Problem<RemoteRecord>(409, "IDEMPOTENCY_KEY_REUSED");
        }

        var answer = _ledger.Work(request);
        _keys[key] = (request, answer, _time.GetUtcNow());
        return answer;
    }

    private RemoteRecord AsRead(RemoteRecord record) => WithholdsUrls && record is CheckoutSessionSnapshot session ? session with { Url = null } : record;
}
