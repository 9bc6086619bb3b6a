namespace Flint.Operator.Api.Http;

// One limit over the whole exchange, body included, on the app's own clock; a caller's cancellation stays recognisable.
internal sealed class WholeAnswerHandler(TimeProvider time) : DelegatingHandler
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // A page of a hundred orders stays far below; more is not the API's answer.
    public const long LargestBody = 8 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await LoadAsync(response, either.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No whole answer within the limit.", exception);
        }
    }

    private static async Task LoadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            // Something did answer: keep its status and headers, and let the missing body say that it is unreadable.
            response.Content.Dispose();
            response.Content = null;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
