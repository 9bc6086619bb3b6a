using System.Collections.ObjectModel;
using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>Everything of a link beyond title and price, as it is typed.</summary>
public sealed partial class LinkTermsForm : ObservableObject
{
    [ObservableProperty]
    public partial LinkPricing Pricing { get; set; }

    [ObservableProperty]
    public partial string MinimumText { get; set; } = "";

    [ObservableProperty]
    public partial string MaximumText { get; set; } = "";

    /// <summary>The amounts that the page offers; empty ones say nothing.</summary>
    public ObservableCollection<string> Suggested { get; } = [.. Enumerable.Repeat("", PriceRange.MostSuggestions)];

    [ObservableProperty]
    public partial bool ChoosesQuantity { get; set; }

    [ObservableProperty]
    public partial string QuantityMinimumText { get; set; } = "";

    [ObservableProperty]
    public partial string QuantityMaximumText { get; set; } = "";

    [ObservableProperty]
    public partial string Description { get; set; } = "";

    [ObservableProperty]
    public partial string CompletionsText { get; set; } = "";

    /// <summary>How long each checkout lives; null for the account's own default.</summary>
    [ObservableProperty]
    public partial TimeSpan? CheckoutLife { get; set; }

    [ObservableProperty]
    public partial string InactiveMessage { get; set; } = "";

    public ObservableCollection<QuestionForm> Questions { get; } = [];

    public void Prefill(LinkTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Pricing = terms.Pricing;
        (MinimumText, MaximumText) = (Text(terms.Range?.Minimum), Text(terms.Range?.Maximum));
        Suggested.Clear();
        foreach (var text in (terms.Range?.Suggested ?? []).Select(Text).Concat(Enumerable.Repeat("", PriceRange.MostSuggestions)).Take(Math.Max(PriceRange.MostSuggestions, terms.Range?.Suggested.Count ?? 0)))
        {
            Suggested.Add(text);
        }

        ChoosesQuantity = terms.Quantity is not null;
        (QuantityMinimumText, QuantityMaximumText) = (Text(terms.Quantity?.Minimum), Text(terms.Quantity?.Maximum));
        (Description, InactiveMessage) = (terms.Description ?? "", terms.InactiveMessage ?? "");
        (CompletionsText, CheckoutLife) = (Text(terms.MaximumCompletions), terms.CheckoutLife);
        Questions.Clear();
        foreach (var question in terms.Questions)
        {
            Questions.Add(new QuestionForm(question));
        }
    }

    /// <summary>The terms as far as they can be read, and what cannot.</summary>
    public (LinkTerms Terms, IReadOnlyList<FieldError> Errors) Read(Currency currency)
    {
        CloseGaps();
        var typed = new TypedFields(currency);
        var terms = new LinkTerms
        {
            Pricing = Pricing,
            Range = Pricing == LinkPricing.Fixed ? null : ReadRange(typed),
            Quantity = ChoosesQuantity && Pricing != LinkPricing.Donation
                ? new QuantityRange(typed.Count("quantity.minimum", QuantityMinimumText), typed.Count("quantity.maximum", QuantityMaximumText))
                : null,
            Description = Description,
            MaximumCompletions = (int?)typed.Count("maximumCompletions", CompletionsText),
            CheckoutLife = CheckoutLife,
            InactiveMessage = InactiveMessage,
            Questions = ReadQuestions(),
        };
        return (terms, typed.Errors);
    }

    private static string Text(Money? money) => money is null ? "" : MoneyFormat.Number(money, CultureInfo.CurrentCulture);

    private static string Text(long? count) => count?.ToString(CultureInfo.CurrentCulture) ?? "";

    // What is said about the second suggestion must stand at the second field.
    private void CloseGaps()
    {
        string[] inOrder = [.. Suggested.OrderBy(string.IsNullOrWhiteSpace)];
        for (var index = 0; index < inOrder.Length; index++)
        {
            Suggested[index] = inOrder[index];
        }
    }

    private PriceRange ReadRange(TypedFields typed) => new()
    {
        Minimum = typed.Amount("amount.minimum", MinimumText),
        Maximum = typed.Amount("amount.maximum", MaximumText),
        Suggested = [.. Suggested.Select((text, index) => typed.Amount($"amount.suggested[{index}]", text)).OfType<Money>()],
    };

    private ValueList<LinkQuestion> ReadQuestions()
    {
        HashSet<string> taken = new(Questions.Select(question => question.Key).OfType<string>(), StringComparer.Ordinal);
        List<LinkQuestion> read = [];
        foreach (var form in Questions)
        {
            var question = form.Read(taken);
            taken.Add(question.Key);
            read.Add(question);
        }

        return [.. read];
    }
}
