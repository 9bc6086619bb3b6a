using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Sync;

/// <summary>What became of a tap. Only <see cref="Saved"/> may look saved on the screen.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>Durable on this device; it will be sent by itself.</summary>
    /// <param name="Lid">The local id of the record it made or changed.</param>
    public sealed record Saved(string Lid) : SaveOutcome;

    /// <summary>Refused before anything was written.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : SaveOutcome;

    /// <summary>The disk refused; nothing was written.</summary>
    public sealed record NotSaved(CommitOutcome Reason) : SaveOutcome;

    /// <summary>It is no longer possible: sent, settled or changed meanwhile. Nothing was written.</summary>
    public sealed record TooLate : SaveOutcome;

    /// <summary>It would put a second record of the same tap back in use, for a buyer to pay twice. Nothing was written.</summary>
    public sealed record SecondRecord : SaveOutcome;

    /// <summary>Operations wait for the account that would be left: a person has to see them and confirm first. Nothing was written.</summary>
    /// <param name="Waiting">How many wait.</param>
    public sealed record Blocked(int Waiting) : SaveOutcome;
}
