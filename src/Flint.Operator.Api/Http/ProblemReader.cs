using System.Text.Json;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Http;

internal static class ProblemReader
{
    public static ErrorEnvelopeDto? Parse(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, ApiJson.Default.ErrorEnvelopeDto);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null when this is not the API's envelope: without a code there is nothing to branch on.
    public static ApiProblem? Read(ErrorDto? error, ResponseInfo info)
    {
        if (string.IsNullOrEmpty(error?.Code))
        {
            return null;
        }

        var details = error.Details.Present();
        return new ApiProblem
        {
            Status = info.Status,
            Code = error.Code,
            Type = error.Type,
            Message = error.Message,
            Param = error.Param,
            Details = [.. details.Select(detail => new ApiProblemDetail(detail.Code ?? error.Code, detail.Message, detail.Param))],
            IsRetryable = error.Remediation?.Retryable,
            NextSteps = error.Remediation?.NextSteps,
            RequestId = error.RequestId ?? info.RequestId,
            ExistingCheckoutSessionId = error.ExistingCheckoutSessionId ?? details.Select(detail => detail.ExistingCheckoutSessionId).FirstOrDefault(id => id is not null),
            MissingScopes = [.. error.MissingScopes.Present().Concat(details.SelectMany(detail => detail.MissingScopes.Present())).Distinct(StringComparer.Ordinal)],
        };
    }
}
