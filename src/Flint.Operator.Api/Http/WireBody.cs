using System.Net.Http.Headers;

namespace Flint.Operator.Api.Http;

// The frozen bytes as they are: a serializer in between could write the same intent differently after an update.
internal static class WireBody
{
    public static HttpContent Of(ReadOnlyMemory<byte> bytes)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
