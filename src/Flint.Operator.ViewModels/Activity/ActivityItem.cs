using Flint.Operator.ViewModels.Records;

namespace Flint.Operator.ViewModels.Activity;

/// <summary>One line of the list as it is scrolled through.</summary>
public abstract record ActivityItem
{
    private ActivityItem()
    {
    }

    /// <summary>The day that the rows below it are of.</summary>
    public sealed record OfDay(DateOnly Day) : ActivityItem;

    public sealed record OfRecord(RecordSummary Row) : ActivityItem;

    /// <summary>The end of what has been read; whoever comes here wants more.</summary>
    public sealed record More(string AfterLid) : ActivityItem;

    public static IReadOnlyList<ActivityItem> Lines(IReadOnlyList<RecordSummary> rows, bool hasMore, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(rows);
        List<ActivityItem> items = [];
        DateOnly? day = null;
        foreach (var row in rows)
        {
            var own = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.CreatedAt, zone).DateTime);
            if (own != day)
            {
                items.Add(new OfDay(own));
                day = own;
            }

            items.Add(new OfRecord(row));
        }

        return hasMore && rows.Count > 0 ? [.. items, new More(rows[^1].Lid)] : items;
    }
}
