using System.Net.Http.Headers;
using System.Text.Json;

namespace Flint.Operator.Sandbox.Http;

internal static class RequestBody
{
    public const int LimitBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Refuses a body that says itself that it is too large, of a read as well.</summary>
    public static Task CheckLengthAsync(HttpContext http, RequestDelegate next) =>
        http.Request.ContentLength > LimitBytes && ApiHeaders.IsApi(http) ? throw TooLarge() : next(http);

    /// <summary>The bytes of a body that is read a second time.</summary>
    public static async Task<byte[]> ReadAgainAsync(HttpContext http)
    {
        if (http.Request.Body.CanSeek)
            http.Request.Body.Position = 0;
        await using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
        return copy.ToArray();
    }

    public static async Task<byte[]> ReadAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) ||
            !string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.Request(415, "UNSUPPORTED_CONTENT_TYPE", "Send the body as application/json.");
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            await buffer.WriteAsync(chunk.AsMemory(0, read), http.RequestAborted);
            if (buffer.Length > LimitBytes)
                throw TooLarge();
        }

        return buffer.ToArray();
    }

    private static ApiProblemException TooLarge() =>
        Problem.Request(413, "REQUEST_BODY_TOO_LARGE", $"A body may have at most {LimitBytes} bytes.");

    public static JsonElement Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Problem.Invalid("INVALID_JSON", "The body is not a well-formed JSON document.");
        }
    }
}
