using System.Globalization;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>A link as lines of text, for a person who has to make it anew elsewhere.</summary>
internal static class LinkSummary
{
    public static IEnumerable<string> Of(PaymentLinkDraft draft) =>
        LinkField.All.Where(field => field.Name is "title" or "amount" || Text(field, draft) != "none").SelectMany(field => Lines(field.Name, Text(field, draft)));

    /// <summary>The fields that change, each with what it was.</summary>
    public static IEnumerable<string> Of(OperationIntent.UpdatePaymentLink edit) => LinkField.All
        .Where(field => !field.IsSame(edit.Mine, edit.Base))
        .SelectMany(field => Lines(field.Name, Text(field, edit.Mine)).Concat(Lines($"{field.Name} before", Text(field, edit.Base))));

    private static IEnumerable<string> Lines(string name, string text) => text.Split('\n').Select(line => $"{name}: {line}");

    private static string Text(LinkField field, PaymentLinkDraft draft) => field.Name switch
    {
        "amount" => Price(draft),
        "quantity" => draft.Terms.Quantity is { } range ? string.Create(CultureInfo.InvariantCulture, $"chosen by the buyer{Between(range.Minimum, range.Maximum)}") : "none",
        "questions" => draft.Terms.Questions.Count == 0 ? "none" : string.Join('\n', draft.Terms.Questions.Select(Question)),
        _ => Convert.ToString(field.Read(draft), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "none",
    };

    private static string Price(PaymentLinkDraft draft) => (draft.AmountMoney, draft.Terms.Range) switch
    {
        ({ } money, _) => IntentSummary.Price(money),
        (null, { } range) => $"chosen by the buyer{Between(range.Minimum is { } least ? IntentSummary.Price(least) : null, range.Maximum is { } most ? IntentSummary.Price(most) : null)}"
            + (range.Suggested.Count > 0 ? $", suggested {string.Join(" or ", range.Suggested.Select(IntentSummary.Price))}" : "")
            + (draft.Terms.Pricing == LinkPricing.Donation ? ", as a donation" : ""),
        _ => "chosen by the buyer",
    };

    private static string Between(object? least, object? most) => (least is null ? "" : $", at least {least}") + (most is null ? "" : $", at most {most}");

    private static string Question(LinkQuestion question) =>
        $"{question.Label} ({question.Kind}{(question.IsRequired ? ", required" : "")}{(question.Options.Count > 0 ? $": {string.Join(" | ", question.Options)}" : "")})";
}
