using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>One line of the outbox.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Title">The title of the record it concerns.</param>
/// <param name="AmountMoney">Its amount, where it has one.</param>
/// <param name="LastAttempt">The last attempt, where there was one.</param>
/// <param name="IsOfAnotherAccount">It was made for another account than the one in force, and waits for a key of that one.</param>
public sealed record OutboxEntry(Operation Operation, string Title, Money? AmountMoney, Attempt? LastAttempt, bool IsOfAnotherAccount = false);
