using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>The sentence for a tap that left nothing behind. Null when there is nothing to say.</summary>
public static class FailureMessage
{
    public static string? Of(IStringLocalizer<Texts> texts, SaveOutcome? outcome)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return outcome switch
        {
            SaveOutcome.NotSaved { Reason: CommitOutcome.DiskFull } => texts["Failure.DiskFull"].Value,
            SaveOutcome.NotSaved { Reason: CommitOutcome.NotWritable } => texts["Failure.NotWritable"].Value,
            SaveOutcome.NotSaved { Reason: CommitOutcome.Damaged } => texts["Failure.Damaged"].Value,
            SaveOutcome.NotSaved { Reason: CommitOutcome.NewerSchema } => texts["Failure.NewerSchema"].Value,
            SaveOutcome.NotSaved => texts["Failure.Stale"].Value,
            SaveOutcome.TooLate => texts["Failure.TooLate"].Value,
            SaveOutcome.SecondRecord => texts["Failure.SecondRecord"].Value,
            _ => null,
        };
    }
}
