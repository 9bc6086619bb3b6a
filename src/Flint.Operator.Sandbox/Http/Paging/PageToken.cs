using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Paging;

/// <summary>The place a page ended at. It names the list it came from, so that it cannot be used on another.</summary>
internal sealed record PageToken(string List, string? SortText, long SortNumber, string Id)
{
    public object SortValue => SortText ?? (object)SortNumber;

    public static string NameList(IEnumerable<string> parts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))), 0, 8);

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static PageToken Read(string text, string list)
    {
        try
        {
            var token = JsonSerializer.Deserialize<PageToken>(Base64Url.DecodeFromChars(text));
            if (token is not null && string.Equals(token.List, list, StringComparison.Ordinal))
                return token;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Falls through to the refusal: what exactly is wrong with a token is nobody's business.
        }

        throw Problem.Invalid("INVALID_PAGE_TOKEN", "The page token does not belong to this list.", "page_token");
    }
}
