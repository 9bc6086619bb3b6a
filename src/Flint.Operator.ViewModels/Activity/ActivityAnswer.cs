using Flint.Operator.ViewModels.Records;

namespace Flint.Operator.ViewModels.Activity;

/// <summary>What was found.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">What has been read of it, newest first.</param>
/// <param name="Items">The same with the days between.</param>
/// <param name="HasMore">There is more to read.</param>
/// <param name="Count">How much there is; counted no further than one more than <see cref="ActivityViewModel.MostCounted"/>.</param>
public sealed record ActivityAnswer(ActivityFilter Filter, IReadOnlyList<RecordSummary> Rows, IReadOnlyList<ActivityItem> Items, bool HasMore, int Count)
{
    public static ActivityAnswer Nothing { get; } = new(new ActivityFilter(), [], [], HasMore: false, 0);
}
