namespace Flint.Operator.Storage;

/// <summary>The database cannot be opened. The head turns <see cref="Problem"/> into a sentence.</summary>
#pragma warning disable RCS1194 // Without its problem it would say nothing, so there is one way to make it.
public sealed class DatabaseProblemException : Exception
#pragma warning restore RCS1194
{
    public DatabaseProblemException(DatabaseProblem problem, Exception? innerException = null)
        : base($"The database cannot be used: {problem}.", innerException)
    {
        Problem = problem;
    }

    public DatabaseProblem Problem { get; }
}
