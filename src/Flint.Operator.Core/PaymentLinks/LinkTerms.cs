using System.Diagnostics.CodeAnalysis;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>Everything a link says beyond its title and its price. A link stored before there was any of it reads as <see cref="Plain"/>.</summary>
public sealed record LinkTerms
{
    /// <summary>The shortest life of a checkout that the API takes.</summary>
    public static readonly TimeSpan ShortestCheckout = TimeSpan.FromMinutes(1);

    /// <summary>The longest life of a checkout that the API takes.</summary>
    public static readonly TimeSpan LongestCheckout = TimeSpan.FromDays(1);

    /// <summary>One fixed price, one piece, no limits and no questions.</summary>
    public static LinkTerms Plain { get; } = new();

    /// <summary>Who says what it costs.</summary>
    public LinkPricing Pricing { get; init; }

    /// <summary>What the buyer may choose to pay; null for a fixed price.</summary>
    public PriceRange? Range { get; init; }

    /// <summary>How many the buyer may choose; null for one piece.</summary>
    public QuantityRange? Quantity { get; init; }

    /// <summary>What the page says under its title.</summary>
    public string? Description { get; init; }

    /// <summary>After this many finished purchases the page says that it is sold out; null for no limit.</summary>
    public int? MaximumCompletions { get; init; }

    /// <summary>How long each checkout made from the link lives; null for the account's own default. The link itself has no end.</summary>
    public TimeSpan? CheckoutLife { get; init; }

    /// <summary>What the page says while the link is paused.</summary>
    public string? InactiveMessage { get; init; }

    /// <summary>What the page asks a buyer, in its order.</summary>
    [AllowNull]
    public ValueList<LinkQuestion> Questions { get; init => field = value ?? []; } = [];

    internal LinkTerms Tidy() => this with
    {
        Range = Pricing == LinkPricing.Fixed ? null : Range ?? PriceRange.Any,
        Quantity = Pricing == LinkPricing.Donation ? null : Quantity,
        Description = Trim(Description),
        InactiveMessage = Trim(InactiveMessage),
        Questions = [.. Questions.Select(question => question.Tidy())],
    };

    internal IEnumerable<FieldError> Validate(long maximumMinor) =>
    [
        .. Range?.Validate(maximumMinor) ?? [],
        .. Quantity?.Validate() ?? [],
        .. FieldChecks.OptionalText("description", Description, DraftLimits.NoteLength),
        .. FieldChecks.Count("maximumCompletions", MaximumCompletions, 1, DraftLimits.Completions),
        .. FieldChecks.Count("checkoutLife", (long?)CheckoutLife?.TotalMinutes, (long)ShortestCheckout.TotalMinutes, (long)LongestCheckout.TotalMinutes),
        .. FieldChecks.OptionalText("inactiveMessage", InactiveMessage, DraftLimits.NoteLength),
        .. Questions.SelectMany((question, index) => question.Validate($"questions[{index}]")),
        .. Questions.Count > LinkQuestion.Most ? [new FieldError("questions", FieldProblem.TooMany, LinkQuestion.Most)] : Array.Empty<FieldError>(),
    ];

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
