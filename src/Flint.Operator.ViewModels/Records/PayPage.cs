using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Records;

/// <summary>What stands on a screen beside and under a QR (product.md section 4).</summary>
public sealed record PayPage
{
    /// <summary>What the QR encodes; null while there is nothing that may be shown.</summary>
    public string? Url { get; init; }

    /// <summary>The payment host in plain text, for the buyer to compare.</summary>
    public string? Host { get; init; }

    /// <summary>The end of the id that stands in the address bar, for the buyer to compare.</summary>
    public string? CheckCode { get; init; }

    public required string Title { get; init; }

    /// <summary>How many lines follow the one in the title.</summary>
    public int MoreLines { get; init; }

    public string? Amount { get; init; }

    /// <summary>What the buyer may choose to pay; null for an amount that is set.</summary>
    public PriceRange? Range { get; init; }

    public required RecordState State { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>There is a URL, but it leads elsewhere than to the payment host: never drawn.</summary>
    public bool IsForeignHost { get; init; }

    /// <summary>Whether nobody is charged on it: a page of the test mode, or of practice.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether a buyer could pay now.</summary>
    public bool IsPayable => State is RecordState.Ready or RecordState.DeclinedBuyerCanRetry;

    public string StateWord => RecordStates.Word(State);

    public static PayPage Of(PaymentLink link, ApiConnection connection)
    {
        ArgumentNullException.ThrowIfNull(link);

        // A change that waits is not on the page yet: beside the QR stands what a buyer will be asked for.
        var told = link.Snapshot is { } snapshot ? PaymentLinkDraft.Of(snapshot) : link.Draft;
        return Of(link.State, link.Snapshot?.Url, link.Snapshot?.RemoteId, connection) with
        {
            Title = told.Title,
            Amount = told.AmountMoney is { } money ? MoneyFormat.Format(money, CultureInfo.CurrentCulture) : null,
            Range = told.Terms.Range,
            SeenAt = link.SeenAt,
        };
    }

    public static PayPage Of(Checkout checkout, ApiConnection connection, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        var page = Of(checkout.StateAt(now), checkout.Session?.Url, checkout.Session?.Snapshot?.RemoteId, connection);

        // Beside the QR stands what the page asks for: once a part was paid that is the balance.
        return page with
        {
            Title = checkout.Order.Title,
            MoreLines = checkout.Order.MoreLines,
            Amount = MoneyFormat.Format(page.IsPayable ? checkout.Order.DueMoney : checkout.Order.TotalMoney, CultureInfo.CurrentCulture),
            SeenAt = checkout.Session?.SeenAt,
            ExpiresAt = checkout.Session?.Snapshot?.ExpiresAt,
        };
    }

    private static PayPage Of(RecordState state, string? url, string? remoteId, ApiConnection connection)
    {
        var page = new PayPage { Title = "", State = state };
        var isAllowed = PaymentHosts.Allows(url, connection);
        var shown = page.IsPayable && isAllowed ? url : null;
        return page with
        {
            Url = shown,
            Host = shown is null ? null : new Uri(shown).Authority,
            CheckCode = shown is null ? null : remoteId?[^Math.Min(4, remoteId.Length)..].ToUpperInvariant(),
            IsTest = connection.LooksLikeTest,
            IsForeignHost = page.IsPayable && url is not null && !isAllowed,
        };
    }
}
