using System.Net.Http.Headers;
using System.Text.Json;

namespace Flint.Operator.Sandbox.Http;

internal static class RequestBody
{
    public const int LimitBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

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
                throw Problem.Request(413, "REQUEST_BODY_TOO_LARGE", $"A body may have at most {LimitBytes} bytes.");
        }

        return buffer.ToArray();
    }

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
