using System.Globalization;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Api.Sync;

internal static class RecordPuller
{
    public static async Task<GatewayResult<RemotePage>> ListAsync(IRemoteResource resource, PullQuery query, CancellationToken cancellationToken)
    {
        // Payment links cannot be filtered by a change (contract 2): their pages are read until an older row comes.
        var after = query.Kind == RecordKind.PaymentLink ? null : query.ChangedAfter?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var result = await resource.ListAsync(new RecordQuery { UpdatedAfter = after, SortBy = "updated_at", PageToken = query.PageToken }, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            GatewayResult<RecordPage>.Succeeded { Value: var page, Info: var info } =>
                new GatewayResult<RemotePage>.Succeeded(new RemotePage(page.Records, page.NextToken, page.Unreadable), info),
            GatewayResult<RecordPage>.Answered answer => new GatewayResult<RemotePage>.Answered(answer.Problem, answer.Info),
            GatewayResult<RecordPage>.Unreadable unreadable => new GatewayResult<RemotePage>.Unreadable(unreadable.Info),
            GatewayResult<RecordPage>.NotSent lost => new GatewayResult<RemotePage>.NotSent(lost.Fault),
            GatewayResult<RecordPage>.NoAnswer lost => new GatewayResult<RemotePage>.NoAnswer(lost.Fault),
            _ => throw new ArgumentOutOfRangeException(nameof(query), result.GetType(), "Not a result."),
        };
    }
}
