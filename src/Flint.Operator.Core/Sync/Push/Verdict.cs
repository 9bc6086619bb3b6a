using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>What an attempt's outcome means for its operation.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The record exists and is the one we asked for.</summary>
    public sealed record Succeeded(RemoteRecord Record) : Verdict;

    /// <summary>The record exists, and this device holds it already as one that somebody else made: our mark on it was edited meanwhile.</summary>
    public sealed record HeldElsewhere : Verdict;

    /// <summary>Nothing left the device.</summary>
    public sealed record NotSent : Verdict;

    /// <summary>The key was refused: the account pauses, the operation stays as it was.</summary>
    public sealed record Unauthorised(ApiProblem Problem) : Verdict;

    /// <summary>Too many requests: the account sleeps, the operation stays as it was.</summary>
    public sealed record RateLimited(TimeSpan? RetryAfter) : Verdict;

    /// <summary>It may or may not have had its effect.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long the API asked to be left alone.</param>
    /// <param name="Problem">A refusal that says the state is another than we thought: a look tells which.</param>
    public sealed record InDoubt(DoubtReason Reason, TimeSpan? RetryAfter = null, ApiProblem? Problem = null) : Verdict;

    /// <summary>Refused by the state of something else; the same request may pass later.</summary>
    public sealed record Later(ApiProblem Problem) : Verdict;

    /// <summary>Refused; a person must correct or discard it.</summary>
    public sealed record Refused(ApiProblem Problem) : Verdict;

    /// <summary>Our own rule was broken somewhere (a key met another body): set aside, never sent under a new key.</summary>
    public sealed record Broken(ApiProblem Problem) : Verdict;
}
