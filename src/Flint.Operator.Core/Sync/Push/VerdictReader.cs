using System.Collections.Frozen;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>Reads what an answer means, by the code of the error envelope (contract 1.6) and never by the status alone.</summary>
public static class VerdictReader
{
    /// <summary>The key is good and lacks a right (contract 1.1): of all that is wrong with a key, the one thing that stops less than the account.</summary>
    public const string RightMissing = "INSUFFICIENT_SCOPE";

    // The key, not the request, was refused (contract section 14).
    private static readonly FrozenSet<string> Credential = Codes(
        "AUTH_REQUIRED API_KEY_REQUIRED INVALID_API_KEY API_KEY_NOT_FOUND API_KEY_EXPIRED API_KEY_REVOKED API_KEY_MODE_MISMATCH "
        + "API_KEY_SANDBOX_UNAVAILABLE API_KEY_SCOPE_UNSUPPORTED INVALID_AUTHORIZATION_HEADER AMBIGUOUS_AUTH SANDBOX_SELECTION_REQUIRED "
        + RightMissing + " MERCHANT_ACCESS_REQUIRED MERCHANT_PROCESSING_RESTRICTED");

    private static readonly FrozenSet<string> InProgress = Codes("IDEMPOTENCY_KEY_IN_PROGRESS IDEMPOTENCY_REQUEST_IN_PROGRESS");

    // The key record itself is in trouble at the server: whether the work was done is not said (contract 1.5).
    private static readonly FrozenSet<string> KeyRecordTrouble = Codes(
        "IDEMPOTENCY_LOAD_FAILED IDEMPOTENCY_PERSIST_FAILED IDEMPOTENCY_CLEAR_FAILED IDEMPOTENCY_RECORD_INVALID IDEMPOTENCY_RECOVERY_REQUIRED REQUEST_TIMEOUT");

    // What was asked for may already be so: read the record before believing the refusal.
    private static readonly FrozenSet<string> LookFirst = Codes(
        "CHECKOUT_SESSION_ALREADY_EXISTS CHECKOUT_SESSION_CURRENT_CHANGED PAYMENT_LINK_CHANGED INVALID_STATUS_TRANSITION CHECKOUT_SESSION_NOT_OPEN "
        + "ORDER_ALREADY_CLOSED");

    // Names a session to replace that has already ended (contract 4.2); without one it means that payment is under way.
    private const string CollectionInProgress = "ORDER_COLLECTION_IN_PROGRESS";

    private static readonly FrozenSet<string> ForNow = Codes(
        "CHECKOUT_PAYMENT_RESOLVING ORDER_CHECKOUT_SESSION_CHANGED ORDER_COLLECTION_IN_PROGRESS ORDER_COLLECTION_ALREADY_ACTIVE "
        + "ORDER_PAYMENT_ATTEMPT_ACTIVE PAYMENT_ATTEMPT_FROZEN PAYMENT_ATTEMPT_IN_PROGRESS PAYMENT_ATTEMPT_STILL_PROCESSING CHECKOUT_RECOVERY_RESTRICTED");

    /// <summary>The meaning of one attempt's outcome.</summary>
    /// <param name="operation">What was sent.</param>
    /// <param name="result">What came back.</param>
    /// <param name="targets">What it was sent to.</param>
    public static Verdict Read(Operation operation, GatewayResult<RemoteRecord> result, WireTargets targets)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return result switch
        {
            GatewayResult<RemoteRecord>.Succeeded ok => RecordCheck.IsOurs(operation, ok.Value, targets)
                ? new Verdict.Succeeded(ok.Value)
                // A 2xx without our mark is not our answer: a captive portal or a proxy's cache. Or it is a second record.
                : new Verdict.InDoubt(DoubtReason.NoAnswer),
            GatewayResult<RemoteRecord>.Answered answer => Read(operation, answer.Problem, answer.Info),
            GatewayResult<RemoteRecord>.Unreadable { Info.Status: >= 500 and not 511 } => new Verdict.InDoubt(DoubtReason.ServerError),
            GatewayResult<RemoteRecord>.Unreadable { Info: { Status: 429 } info } => new Verdict.RateLimited(info.RetryAfter),
            GatewayResult<RemoteRecord>.Unreadable or GatewayResult<RemoteRecord>.NoAnswer => new Verdict.InDoubt(DoubtReason.NoAnswer),
            _ => new Verdict.NotSent(),
        };
    }

    private static Verdict Read(Operation operation, ApiProblem problem, ResponseInfo info) => problem switch
    {
        { Code: "IDEMPOTENCY_KEY_REUSED" } => new Verdict.Broken(problem),
        _ when InProgress.Contains(problem.Code) || problem.Status is 408 or 425 => new Verdict.InDoubt(DoubtReason.InProgress, info.RetryAfter),
        _ when IsRateLimit(problem) => new Verdict.RateLimited(info.RetryAfter),
        _ when IsCredential(problem) => new Verdict.Unauthorised(problem),

        // The same failure replayed: the key answers for it from now on and is of no more use (section 5).
        _ when problem.Status >= 500 || KeyRecordTrouble.Contains(problem.Code) =>
            new Verdict.InDoubt(info.IsReplay ? DoubtReason.KeyNotUsable : DoubtReason.ServerError, info.RetryAfter),
        // Of a create that was sent before, it may be the very record that is in the way now: lists show it in a minute.
        _ when LooksFirst(operation.Intent, problem) => new Verdict.InDoubt(
            info.IsReplay ? DoubtReason.KeyNotUsable : operation is { Sent: > 1, Intent.IsCreate: true } ? DoubtReason.ServerError : DoubtReason.InProgress, Problem: problem),
        _ when ForNow.Contains(problem.Code) || problem.IsRetryable == true =>
            info.IsReplay ? new Verdict.InDoubt(DoubtReason.KeyNotUsable) : new Verdict.Later(problem),
        _ => new Verdict.Refused(problem),
    };

    /// <summary>Whether a problem is about the credential and so about the whole account.</summary>
    public static bool IsCredential(ApiProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Credential.Contains(problem.Code) || (problem.Status is 401 or 403 && problem.Code != "CHECKOUT_RECOVERY_RESTRICTED");
    }

    /// <summary>Whether the API asks for quiet, whatever the status it says so with.</summary>
    public static bool IsRateLimit(ApiProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Status == 429 || problem.Code == "RATE_LIMIT_EXCEEDED";
    }

    private static bool LooksFirst(OperationIntent intent, ApiProblem problem) =>
        LookFirst.Contains(problem.Code) || (problem.Code == CollectionInProgress && intent is OperationIntent.CreateCheckoutSession { ReplacesLid: not null });

    private static FrozenSet<string> Codes(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
