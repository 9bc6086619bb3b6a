using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Records;

/// <summary>One row of a list.</summary>
public sealed record RecordSummary
{
    public required string Lid { get; init; }

    public required Surface Surface { get; init; }

    public required string Title { get; init; }

    /// <summary>How many lines follow the first one.</summary>
    public int MoreLines { get; init; }

    /// <summary>Null when the buyer chooses the amount.</summary>
    public string? Amount { get; init; }

    /// <summary>What the buyer may choose to pay; null for an amount that is set.</summary>
    public PriceRange? Range { get; init; }

    public required RecordState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public required string OperatorName { get; init; }

    /// <summary>The API's short order number.</summary>
    public string? Number { get; init; }

    /// <summary>Finished purchases of a link.</summary>
    public int? Uses { get; init; }

    /// <summary>The finished purchases after which a link takes nobody any more; null for no limit.</summary>
    public int? MostUses { get; init; }

    /// <summary>It is a second record of the same tap.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The API's reason when it refused.</summary>
    public string? Reason { get; init; }

    public string StateWord => RecordStates.Word(State);

    public string Href => Surface == Surface.PaymentLink ? Routes.Link(Lid) : Routes.Checkout(Lid);

    /// <summary>Whether a new fact may come from the API while it is on screen.</summary>
    public bool IsLive => State is RecordState.Ready or RecordState.DeclinedBuyerCanRetry;

    public static RecordSummary Of(PaymentLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new RecordSummary
        {
            Lid = link.Lid,
            Surface = Surface.PaymentLink,
            Title = link.Title,
            Amount = link.AmountMoney is { } money ? MoneyFormat.Format(money, CultureInfo.CurrentCulture) : null,
            Range = link.Content.Terms.Range,
            State = link.State,
            CreatedAt = link.CreatedAt,
            SeenAt = link.SeenAt,
            OperatorName = link.OperatorName,
            Uses = link.Snapshot?.CompletedCount,
            MostUses = link.Content.Terms.MaximumCompletions,
            IsSecond = link.IsSecond,
            Reason = link.Creation?.Problem?.Message,
        };
    }

    public static RecordSummary Of(Checkout checkout, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        var order = checkout.Order;
        return new RecordSummary
        {
            Lid = checkout.Lid,
            Surface = Surface.CheckoutSession,
            Title = order.Title,
            MoreLines = order.MoreLines,
            Amount = MoneyFormat.Format(order.TotalMoney, CultureInfo.CurrentCulture),
            State = checkout.StateAt(now),
            CreatedAt = order.CreatedAt,
            SeenAt = checkout.Session?.SeenAt ?? order.SeenAt,
            OperatorName = order.OperatorName,
            Number = order.Snapshot?.Number,
            IsSecond = order.IsSecond,
            Reason = (checkout.Session?.Creation?.Problem ?? order.Creation?.Problem)?.Message,
        };
    }
}
