using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Refit;

namespace Flint.Operator.Api.Http;

// Turns whatever a call came to into one of the five outcomes; nothing above it sees an exception but cancellation.
internal sealed class AnswerReader(TimeProvider time)
{
    public async Task<GatewayResult<TValue>> AskAsync<TDto, TValue>(
        Func<CancellationToken, Task<IApiResponse<EnvelopeDto<TDto>>>> call, Func<EnvelopeDto<TDto>, TValue?> read, CancellationToken cancellationToken)
        where TValue : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var response = await call(cancellationToken).ConfigureAwait(false);
        if (!response.IsReceived)
        {
            return CallFault.Read<TValue>(response.Error?.InnerException ?? new IOException());
        }

        var isJson = response.ContentHeaders?.ContentType?.MediaType is { } type && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));
        if (!response.IsSuccessStatusCode)
        {
            return ReadProblem<TValue>(response, isJson ? (response.Error as ApiException)?.Content : null);
        }

        // Refit calls an empty 200 a success without content.
        if (!isJson || response.Error is not null || response.Content is not { } envelope)
        {
            return new GatewayResult<TValue>.Unreadable(InfoOf(response, null, null));
        }

        var info = InfoOf(response, envelope.Meta, envelope.RequestId);
        return read(envelope) is { } value ? new GatewayResult<TValue>.Succeeded(value, info) : new GatewayResult<TValue>.Unreadable(info);
    }

    private GatewayResult<T> ReadProblem<T>(IApiResponse response, string? body)
    {
        var envelope = ProblemReader.Parse(body);
        var info = InfoOf(response, envelope?.Meta, envelope?.Error?.RequestId);
        return ProblemReader.Read(envelope?.Error, info) is { } problem
            ? new GatewayResult<T>.Answered(problem, info)
            : new GatewayResult<T>.Unreadable(info);
    }

    private ResponseInfo InfoOf(IApiResponse response, MetaDto? meta, string? requestId)
    {
        var headers = response.Headers!;
        return new ResponseInfo
        {
            Status = (int)response.StatusCode!.Value,
            RequestId = First("X-Request-Id") ?? requestId ?? meta?.RequestId,
            ServerDate = headers.Date,
            IsReplay = bool.TryParse(First("Idempotency-Replayed"), out var replayed) ? replayed : meta?.IdempotencyReplayed == true,
            RetryAfter = RetryAfter.Read(headers, time.GetUtcNow()),
        };

        string? First(string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
    }
}
