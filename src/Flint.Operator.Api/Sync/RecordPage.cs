using Flint.Operator.Api.Http;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Api.Sync;

internal sealed record RecordPage(IReadOnlyList<RemoteRecord> Records, string? NextToken)
{
    // The filter is exact, but what answered may be a cache or a portal: another reference's rows are dropped unread. A row of
    // ours that cannot be read spoils the page: to leave it out would claim that the record does not exist.
    public static RecordPage? Of<TDto>(EnvelopeDto<IReadOnlyList<TDto?>> page, Func<TDto, bool> isOurs, Func<TDto, RemoteRecord?> read)
        where TDto : class
    {
        var records = page.Data.Present().Where(isOurs).Select(read).ToList();
        return records.Contains(null) ? null : new RecordPage([.. records.OfType<RemoteRecord>()], string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken);
    }
}
