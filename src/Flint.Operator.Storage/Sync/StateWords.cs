using System.Collections.Frozen;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Storage.Sync;

/// <summary>The words of states and kinds in the file. They are written out, so that renaming in code cannot change what files say.</summary>
internal static class StateWords
{
    /// <summary>The condition of the index over open operations; a query must spell it the same way to use it.</summary>
    public const string IsOpen = "state NOT IN ('done', 'superseded', 'dropped', 'cancelled', 'converted')";

    private static readonly FrozenDictionary<OperationState, string> Words = new Dictionary<OperationState, string>
    {
        [OperationState.Waiting] = "waiting",
        [OperationState.Ready] = "ready",
        [OperationState.InFlight] = "in-flight",
        [OperationState.Unknown] = "unknown",
        [OperationState.Looking] = "looking",
        [OperationState.Done] = "done",
        [OperationState.Refused] = "refused",
        [OperationState.Superseded] = "superseded",
        [OperationState.Dropped] = "dropped",
        [OperationState.Cancelled] = "cancelled",
        [OperationState.Held] = "held",
        [OperationState.Triage] = "triage",
        [OperationState.Conflict] = "conflict",
        [OperationState.Converted] = "converted",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, OperationState> States = Words.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    public static string Of(OperationState state) => Words[state];

    public static OperationState ToState(string word) => States[word];

    public static string? Of(HoldReason? reason) => reason switch
    {
        null => null,
        HoldReason.SecondRecord => "second-record",
        HoldReason.KeyMetAnotherBody => "key-met-another-body",
        HoldReason.CopiedDatabase => "copied-database",
        HoldReason.RestoredBackup => "restored-backup",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason to hold."),
    };

    public static HoldReason? ToHold(string? word) => word switch
    {
        null => null,
        "second-record" => HoldReason.SecondRecord,
        "key-met-another-body" => HoldReason.KeyMetAnotherBody,
        "copied-database" => HoldReason.CopiedDatabase,
        "restored-backup" => HoldReason.RestoredBackup,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Not a word for a reason to hold."),
    };

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.PaymentLink => "payment-link",
        RecordKind.Order => "order",
        RecordKind.CheckoutSession => "checkout-session",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of record."),
    };
}
