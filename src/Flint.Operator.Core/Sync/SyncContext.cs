using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync;

/// <summary>What every phase of the cycle shares: time, numbers, chance and the state of the connection.</summary>
public sealed record SyncContext(SyncClock Clock, SyncOptions Options, Random Random, ConnectionMonitor Connection)
{
    /// <summary>Takes what any answer, of whatever call, says about the account as a whole.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="right">The scope that what was asked for needs, where only one can be meant: the API need not name it.</param>
    public void Hear<T>(GatewayResult<T> result, string? right = null)
    {
        Connection.Hear(result);
        var info = InfoOf(result);
        Clock.Hear(info?.ServerDate);
        switch (result)
        {
            case GatewayResult<T>.Unreadable { Info.Status: 429 }:
            case GatewayResult<T>.Answered { Problem: var limit } when VerdictReader.IsRateLimit(limit):
                Sleep(info?.RetryAfter);
                break;
            case GatewayResult<T>.Answered { Problem: { Code: VerdictReader.RightMissing, MissingScopes: var missing } } when missing.Count > 0 || right is not null:
                // About what needs the right, not about the account: everything else goes on.
                Connection.Lacks(right is null ? missing : missing.Append(right));
                break;
            case GatewayResult<T>.Answered { Problem: var problem } when VerdictReader.IsCredential(problem):
                Connection.Stop(new AccountPause.KeyRefused(problem));
                break;
            case GatewayResult<T>.NotSent { Fault: NetworkFault.NoKey }:
                Connection.Stop(new AccountPause.NoKey());
                break;
        }
    }

    /// <summary>Whether the machine slept over the answer to what was asked then.</summary>
    public bool SleptSince(Moment asked) => Clock.Now().AtMostSince(asked) >= Options.AnswerLife;

    /// <summary>Whether the key in force is of an operation's account and has the right to what it wants next, to be looked for or to be sent.</summary>
    public bool IsOurs(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var (account, rights) = (Connection.Status.Account, Connection.Status.Rights);
        return account is not null
            && (operation.Account is null || operation.Account == account)
            && rights.MissingFor(operation) is null;
    }

    /// <summary>Whether the key in force may read records of a kind.</summary>
    public bool CanRead(RecordKind kind) => Connection.Status.Rights.CanRead(kind);

    /// <summary>A random share, 0 to 1. Lanes ask at the same time, and a seeded Random is not made for that.</summary>
    public double Chance()
    {
        lock (Random)
        {
            return Random.NextDouble();
        }
    }

    /// <summary>What the headers of an answer told, where one came.</summary>
    public static ResponseInfo? InfoOf<T>(GatewayResult<T> result) => result switch
    {
        GatewayResult<T>.Succeeded ok => ok.Info,
        GatewayResult<T>.Answered answer => answer.Info,
        GatewayResult<T>.Unreadable unreadable => unreadable.Info,
        _ => null,
    };

    // The longer of Retry-After and a jittered second, plus up to a quarter: tills behind one router must not come back at once (sync.md section 7).
    private void Sleep(TimeSpan? retryAfter)
    {
        var jitter = Options.BackoffBase * Chance();
        var wait = retryAfter > jitter ? retryAfter.Value : jitter;
        Connection.Sleep(new Pause(Clock.Now(), wait * (1 + (Chance() / 4))));
    }
}
