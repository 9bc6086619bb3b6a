using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Sync;

// Follows every page: "not found" may lead to a second send, so half a list must never pass for a whole one.
internal static class RecordFinder
{
    // One reference has one record, two at the worst; a list that goes on like this is not an answer to our question.
    public const int MostPages = 100;

    public static async Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(IRemoteResource resource, RecordQuery query, CancellationToken cancellationToken)
    {
        List<RemoteRecord> records = [];
        HashSet<string> tokens = new(StringComparer.Ordinal);
        string? token = null;
        while (true)
        {
            var result = await resource.ListAsync(query with { PageToken = token }, cancellationToken).ConfigureAwait(false);
            if (result is not GatewayResult<RecordPage>.Succeeded { Value: var page, Info: var info })
            {
                return Failure(result);
            }

            // A row of ours that cannot be read: to leave it out would claim that the record does not exist.
            if (page.Unreadable > 0)
            {
                return new GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable(info);
            }

            records.AddRange(page.Records);
            token = page.NextToken;
            if (token is null)
            {
                return new GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded(records, info);
            }

            if (!tokens.Add(token) || tokens.Count >= MostPages)
            {
                return new GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable(info);
            }
        }
    }

    private static GatewayResult<IReadOnlyList<RemoteRecord>> Failure(GatewayResult<RecordPage> result) => result switch
    {
        GatewayResult<RecordPage>.Answered answer => new GatewayResult<IReadOnlyList<RemoteRecord>>.Answered(answer.Problem, answer.Info),
        GatewayResult<RecordPage>.Unreadable unreadable => new GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable(unreadable.Info),
        GatewayResult<RecordPage>.NotSent lost => new GatewayResult<IReadOnlyList<RemoteRecord>>.NotSent(lost.Fault),
        GatewayResult<RecordPage>.NoAnswer lost => new GatewayResult<IReadOnlyList<RemoteRecord>>.NoAnswer(lost.Fault),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType(), "Not a failure."),
    };
}
