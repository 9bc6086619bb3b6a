namespace Flint.Operator.Core.Sync.Operations;

/// <summary>What an operation wants next: pure, by its state and the clocks alone (sync.md sections 5 to 7).</summary>
public static class OperationSchedule
{
    private static readonly NextStep Nothing = new NextStep.Nothing();

    /// <summary>The next step at a moment.</summary>
    public static NextStep Next(Operation operation, Moment now, SyncOptions options)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(options);
        return operation.State switch
        {
            OperationState.Ready => WhenReady(operation, now, options),
            OperationState.Unknown or OperationState.Looking => WhenInDoubt(operation, operation.Doubt!, now, options),
            _ => Nothing,
        };
    }

    /// <summary>
    /// Whether an operation need not wait for one that stands before it in line. Taking a page out of use beats what waits for a
    /// person, and an edit that keeps failing: it must not stay payable meanwhile (section 8).
    /// </summary>
    public static bool MayPass(Operation operation, Operation blocker)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(blocker);
        return operation.Intent.TakesOutOfUse && (blocker.NeedsPerson || blocker is { Intent: OperationIntent.UpdatePaymentLink, Failures: > 0 });
    }

    /// <summary>
    /// Those of an aggregate, in line order, for which something may be due: the first, what need not wait for it, and what is in
    /// doubt, since a look is taken wherever in line it stands.
    /// </summary>
    public static IEnumerable<Operation> InTurn(IEnumerable<Operation> aggregate)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        Operation? head = null;
        foreach (var operation in aggregate)
        {
            head ??= operation;
            if (operation == head || operation.State is OperationState.Unknown or OperationState.Looking || MayPass(operation, head))
            {
                yield return operation;
            }
        }
    }

    /// <summary>
    /// Whether the key in force may have been forgotten by the API, by the largest of three estimates. A clock that was set back
    /// since the key was born is no estimate at all.
    /// </summary>
    public static bool IsKeyOld(Operation operation, Moment now, SyncOptions options)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(options);

        // A wall clock that was set back says nothing of a key born before that. One born since is as old as it ever was, where the
        // same run or the server's clock can tell: otherwise a till whose clock was corrected could send nothing until the wrong
        // time came round again.
        var born = operation.KeyBorn;
        var canBeTold = born.WallIsBehind && (now.SameRun(born) || now.Server is not null) && now.Wall >= born.Wall;
        return (now.WallIsBehind && !canBeTold) || now.AtMostSince(born) >= options.KeySafeAge;
    }

    private static NextStep WhenReady(Operation operation, Moment now, SyncOptions options)
    {
        if (IsStale(operation, now, options))
        {
            return new NextStep.Note(new OperationEvent.GrewStale());
        }

        if (IsKeyOld(operation, now, options))
        {
            return new NextStep.Note(new OperationEvent.KeyGrewOld());
        }

        if (operation.Doubt is { LastLookAt: { } looked } && now.AtMostSince(looked) >= options.QuietTime)
        {
            return new NextStep.Note(new OperationEvent.LookGrewStale());
        }

        return After(operation.Backoff?.Remaining(now) ?? TimeSpan.Zero, new NextStep.Send());
    }

    // A live session for a buyer who left is worse than a question, and a wall clock that was set back must not hide that. Links are for nobody in particular and flow by themselves.
    private static bool IsStale(Operation operation, Moment now, SyncOptions options) =>
        operation is { Sent: 0, ReleasedByPerson: false }
        && AskAfter(operation.Intent, options) is { } age
        && (now.Wall - operation.CreatedAt >= age || (operation.Generation == 0 && now.AtMostSince(operation.KeyBorn) >= age));

    private static TimeSpan? AskAfter(OperationIntent intent, SyncOptions options) => intent switch
    {
        OperationIntent.CreateOrder order => order.AskAfter ?? options.TriageAge,
        OperationIntent.CreateCheckoutSession session => session.AskAfter ?? options.TriageAge,
        _ => null,
    };

    private static NextStep WhenInDoubt(Operation operation, Doubt doubt, Moment now, SyncOptions options)
    {
        var wait = doubt.Reason switch
        {
            DoubtReason.NoAnswer => Until(options.LooksAfterNoAnswer, doubt, now),
            DoubtReason.ServerError => Until(options.LooksAfterServerError, doubt, now),
            DoubtReason.InProgress => doubt.NotBefore - now.AtLeastSince(doubt.Since),
            _ => UntilQuiet(doubt, now, options),
        };
        var backoff = operation.Backoff?.Remaining(now) ?? TimeSpan.Zero;
        return After(wait > backoff ? wait : backoff, new NextStep.Look());
    }

    private static TimeSpan Until(IReadOnlyList<TimeSpan> looks, Doubt doubt, Moment now) =>
        looks[Math.Min(doubt.AbsentLooks, looks.Count - 1)] - now.AtLeastSince(doubt.Since);

    // The first look is taken at once: it proves no absence yet, but what it finds counts.
    private static TimeSpan UntilQuiet(Doubt doubt, Moment now, SyncOptions options)
    {
        if (doubt.LastLookAt is null)
        {
            return TimeSpan.Zero;
        }

        return options.QuietTime - now.AtLeastSince(doubt.FirstAbsentAt ?? doubt.Since);
    }

    private static NextStep After(TimeSpan wait, NextStep step) => wait > TimeSpan.Zero ? new NextStep.After(wait) : step;
}
