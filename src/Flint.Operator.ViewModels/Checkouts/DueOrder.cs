using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>An order with a balance due, as a row.</summary>
public sealed record DueOrder
{
    public required string Lid { get; init; }

    public required string Title { get; init; }

    public required int MoreLines { get; init; }

    public required string? Number { get; init; }

    public required string Total { get; init; }

    /// <summary>Null while nothing was paid.</summary>
    public required string? Paid { get; init; }

    public required string Due { get; init; }

    public required DateTimeOffset? SeenAt { get; init; }

    /// <summary>A checkout of it is open or on its way: that one is opened.</summary>
    public required bool IsCollecting { get; init; }

    public static DueOrder Of(Checkout checkout, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        var order = checkout.Order;
        var told = order.Snapshot ?? throw new ArgumentException("What is due was told by the API.", nameof(checkout));
        return new DueOrder
        {
            Lid = checkout.Lid,
            Title = order.Title,
            MoreLines = order.MoreLines,
            Number = told.Number,
            Total = Format(told.TotalMoney),
            Paid = told.PaidMoney.Minor > 0 ? Format(told.PaidMoney) : null,
            Due = Format(told.OutstandingMoney),
            SeenAt = order.SeenAt,
            IsCollecting = checkout.IsCollectingAt(now),
        };
    }

    private static string Format(Money money) => MoneyFormat.Format(money, CultureInfo.CurrentCulture);
}
