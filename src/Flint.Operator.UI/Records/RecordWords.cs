using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Records;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>What stands under a row's title and beside a state: which record it is, and how old the fact is.</summary>
public sealed class RecordWords(IStringLocalizer<Texts> texts, Ages ages)
{
    /// <summary>"Event registration + 2".</summary>
    public string Title(string title, int moreLines) => moreLines > 0 ? texts["Record.More", title, moreLines] : title;

    /// <summary>"Order 1042 · Maya · 14:06"; the API's reason when it refused.</summary>
    public string Subtitle(RecordSummary row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is { State: RecordState.RefusedNeedsYou, Reason: { } reason }) return reason;
        string?[] parts = [row.IsSecond ? texts["Record.Second"].Value : null, Kind(row), row.Uses is { } uses ? Uses(uses, row.MostUses) : null, When(row)];
        return string.Join(texts["Record.Dot"].Value, parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>How old the state is: "seen 14:02" for what has happened, "checked 2 s ago" for what may still change. Null when the API was not asked yet.</summary>
    public string? Age(RecordState state, DateTimeOffset? seenAt) =>
        (state, seenAt) switch
        {
            (_, null) => null,
            (RecordState.WaitingToSend or RecordState.Sending or RecordState.Checking or RecordState.Draft or RecordState.Cancelled, _) => null,
            (RecordState.Ready or RecordState.DeclinedBuyerCanRetry or RecordState.Paused, { } at) => texts["Record.Checked", ages.Of(at)].Value,
            (_, { } at) => texts["Record.Seen", ages.Of(at)].Value,
        };

    private string? Kind(RecordSummary row) =>
        row.Surface == Surface.PaymentLink ? texts["Record.Reusable"].Value : row.Number is { } number ? texts["Record.Order", number].Value : row.OperatorName;

    private string Uses(int count, int? most) => most is { } limit ? texts["Link.UsedOf", count, limit] : texts.Counted("Record.Uses", count);

    private string When(RecordSummary row) => Age(row.State, row.SeenAt) ?? ages.Clock(row.CreatedAt);
}
