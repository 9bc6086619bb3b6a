using System.Diagnostics.CodeAnalysis;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>A payment link as the API last told it.</summary>
public sealed record PaymentLinkSnapshot : RemoteRecord
{
    /// <summary>The buyer-facing title.</summary>
    public required string Title { get; init; }

    /// <summary>The price of the first line; null when the buyer chooses it.</summary>
    public Money? AmountMoney { get; init; }

    /// <summary>
    /// Its only line, when that has a price of its own and nothing that this app does not know; null otherwise. Only then can
    /// the price be changed here: lines are replaced whole, and what is not sent back is lost.
    /// </summary>
    public PaymentLinkLine? Line { get; init; }

    /// <summary>Everything else it says; null when it was stored before that was read, and then none of it can be changed here.</summary>
    public LinkTerms? Terms { get; init; }

    /// <summary>The API's ids of its questions by their keys: sent back, they keep the question instead of making another.</summary>
    [AllowNull]
    public ValueList<LinkQuestionId> QuestionIds { get; init => field = value ?? []; } = [];

    /// <summary>Whether it asks something that this app does not know: questions are replaced whole, so none of them can be changed here.</summary>
    public bool HasForeignQuestions { get; init; }

    /// <summary>Where buyers are sent when their checkout has ended, as another app may have set it; sent back with the life of its checkouts.</summary>
    public string? ExpirationUrl { get; init; }

    /// <summary>Whether buyers can use it; <c>status: active</c>.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The hosted page, stable for the life of the link.</summary>
    public required string Url { get; init; }

    /// <summary>The optimistic lock to send with an edit.</summary>
    public required long Version { get; init; }

    /// <summary>Finished purchases.</summary>
    public required int CompletedCount { get; init; }

    /// <summary>Where the link was made, set by the server; <c>source</c> in the published snippet.</summary>
    public string? Origin { get; init; }
}
