using Flint.Operator.ViewModels.Records;

namespace Flint.Operator.UI.Records;

/// <summary>Drafts in the operator's own mail and message apps: the buyer's address is typed there, never here.</summary>
internal static class PageMessage
{
    public static string Mail(string subject, string text) => $"mailto:?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(text)}";

    // "?&" is what both Android and iOS take for a message without a number.
    public static string Sms(string text) => $"sms:?&body={Uri.EscapeDataString(text)}";

    /// <summary>A file name of the title, as every system takes it.</summary>
    public static string FileName(PayPage page, string title, string extension)
    {
        ArgumentNullException.ThrowIfNull(page);
        var words = new string([.. title.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words);
        return $"qr-{(name.Length > 60 ? name[..60] : name)}-{page.CheckCode?.ToLowerInvariant()}.{extension}";
    }
}
