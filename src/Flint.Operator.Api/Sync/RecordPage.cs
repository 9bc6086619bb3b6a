using Flint.Operator.Api.Http;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Api.Sync;

internal sealed record RecordPage(IReadOnlyList<RemoteRecord> Records, string? NextToken, int Unreadable)
{
    // The filter is exact, but what answered may be a cache or a portal: another reference's rows are dropped unread.
    public static RecordPage Of<TDto>(EnvelopeDto<IReadOnlyList<TDto?>> page, Func<TDto, bool> isAsked, Func<TDto, RemoteRecord?> read)
        where TDto : class
    {
        var records = page.Data.Present().Where(isAsked).Select(read).ToList();
        return new RecordPage([.. records.OfType<RemoteRecord>()], string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken, records.Count(record => record is null));
    }
}
