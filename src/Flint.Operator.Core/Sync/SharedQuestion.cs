namespace Flint.Operator.Core.Sync;

/// <summary>
/// Who comes while a question is being asked gets the same answer. Every caller has a task of its own and they go on one after
/// the other, in the order they came: a shared task would hand all but the first to the thread pool, and the same seed would no
/// longer give the same history.
/// </summary>
internal sealed class SharedQuestion
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource<bool>> _waiting = [];

    /// <summary>Asks, unless it is being asked.</summary>
    public Task<bool> AskAsync(Func<Task<bool>> ask)
    {
        var mine = new TaskCompletionSource<bool>();
        lock (_lock)
        {
            _waiting.Add(mine);
            if (_waiting.Count > 1)
            {
                return mine.Task;
            }
        }

        _ = AnswerAsync(ask());
        return mine.Task;
    }

    private async Task AnswerAsync(Task<bool> asked)
    {
        await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TaskCompletionSource<bool>[] waiting;
        lock (_lock)
        {
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var one in waiting)
        {
            one.SetFromTask(asked);
        }
    }
}
