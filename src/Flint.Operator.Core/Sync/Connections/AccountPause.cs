namespace Flint.Operator.Core.Sync.Connections;

/// <summary>Why nothing is sent although the API can be reached. Every operation keeps its state meanwhile.</summary>
public abstract record AccountPause
{
    private AccountPause()
    {
    }

    /// <summary>There is no API key yet.</summary>
    public sealed record NoKey : AccountPause;

    /// <summary>The API refused the key; a valid one of the same account resumes.</summary>
    public sealed record KeyRefused(ApiProblem Problem) : AccountPause;
}
