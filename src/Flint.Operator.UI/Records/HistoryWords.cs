using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>Writes what happened to a record: what, who, when and how long ago, and the id to name when asking for support.</summary>
public sealed class HistoryWords(IStringLocalizer<Texts> texts, Ages ages)
{
    public TimelineStep Step(HistoryEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var deed = texts[$"History.Deed.{told.Intent.GetType().Name}"].Value;
        var text = told switch
        {
            { Kind: HistoryEventKind.Sent, Attempt: { } attempt } => texts["History.Sent", deed, attempt.Number, Outcome(attempt)],
            { Kind: HistoryEventKind.Asked or HistoryEventKind.GivenUp, Who.Length: > 0 } => texts[$"History.{told.Kind}", deed, told.Who],
            _ => texts[$"History.{told.Kind}", deed, ""],
        };
        return new TimelineStep(text, ProgressOf(told), texts["History.When", ages.Precise(told.At), ages.Of(told.At)], told.Attempt?.RequestId);
    }

    // A word of another version is better than none.
    private string Outcome(Attempt attempt) => attempt.Outcome is not { } verdict
        ? texts["Attempt.Open"]
        : texts[$"Attempt.{verdict}"] is { ResourceNotFound: false, Value: var known } ? known : verdict;

    private static StepProgress ProgressOf(HistoryEvent told) => told.Kind switch
    {
        HistoryEventKind.Refused or HistoryEventKind.GivenUp => StepProgress.Failed,
        HistoryEventKind.NeedsYou => StepProgress.Now,
        HistoryEventKind.Sent when told.Attempt is { EndedAt: null } => StepProgress.Now,
        _ => StepProgress.Done,
    };
}
