namespace Flint.Operator.Core.Sync.Operations;

/// <summary>
/// What the audit says of operations: a line for each that is added, moved or released. From the lines alone the present state,
/// generation and number of attempts of every operation can be told.
/// </summary>
public static class AuditTrail
{
    /// <summary>Who the audit names for what nobody tapped.</summary>
    public const string Engine = "sync";

    /// <summary>A move, as its line tells it.</summary>
    public static string OfMove(Operation before, Operation after, OperationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return $"{before.State} -> {after.State} by {happened?.GetType().Name}, generation {after.Generation}, attempt {after.Attempts}";
    }

    /// <summary>The line of an operation that a store releases: only the store knows which those are.</summary>
    public static StoreChange.Audit OfRelease(Operation waiting, Operation released, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return new StoreChange.Audit(at, waiting.Id, Engine, OfMove(waiting, released, new OperationEvent.NeedsDone()));
    }

    /// <summary>The line of an operation that was found in a damaged file: what the audit says of it begins anew here.</summary>
    public static StoreChange.Audit OfSalvage(Operation salvaged, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(salvaged);
        return new StoreChange.Audit(at, salvaged.Id, Engine, $"salvaged -> {salvaged.State}, generation {salvaged.Generation}, attempt {salvaged.Attempts}");
    }

    /// <summary>Changes together with the lines of the operations they add and move.</summary>
    public static IEnumerable<StoreChange> Tell(IEnumerable<StoreChange> changes, string who, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            yield return change;
            switch (change)
            {
                case StoreChange.AddOperation { Operation: var added }:
                    yield return new StoreChange.Audit(at, added.Id, who, $"nothing -> {added.State}, generation {added.Generation}, attempt {added.Attempts}");
                    break;
                case StoreChange.UpdateOperation { Move: { } move, Operation: var moved }:
                    yield return new StoreChange.Audit(at, moved.Id, who, move);
                    break;
            }
        }
    }
}
