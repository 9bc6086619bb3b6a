using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Activity;

/// <summary>Something that happened to a record, as far as this device knows.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What.</param>
/// <param name="Intent">What the operation was to do.</param>
/// <param name="Who">Who did it; <see cref="AuditTrail.Engine"/> for what nobody tapped.</param>
/// <param name="Attempt">The request, of <see cref="HistoryEventKind.Sent"/>.</param>
public sealed record HistoryEvent(DateTimeOffset At, HistoryEventKind Kind, OperationIntent Intent, string Who, Attempt? Attempt = null);
