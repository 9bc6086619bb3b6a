using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>Everything an operator meant by a tap, as lines of text: enough to make it anew elsewhere if this device is lost.</summary>
internal static class IntentSummary
{
    private static readonly CultureInfo Ungrouped = WithoutGroups();

    public static string Of(Operation operation) => string.Join('\n', Lines(operation));

    /// <summary>The digits alone, with a point and without groups, as programs read them.</summary>
    public static string Amount(Money money) => MoneyFormat.Number(money, Ungrouped);

    private static IEnumerable<string> Lines(Operation operation) => operation.Intent switch
    {
        OperationIntent.CreatePaymentLink { Draft: var draft } => LinkSummary.Of(draft),
        OperationIntent.UpdatePaymentLink edit => LinkSummary.Of(edit),
        OperationIntent.SetPaymentLinkActive { InactiveMessage: { } said } => ["stops taking payment", $"message while inactive: {said}"],
        OperationIntent.SetPaymentLinkActive { IsActive: var active } => [active ? "takes payment again" : "stops taking payment"],
        OperationIntent.CreateOrder { Draft: var draft } => [$"order: {operation.Lid}", .. Lines(draft)],
        OperationIntent.CreateCheckoutSession session => Lines(session),
        _ => [$"record: {operation.Lid}"],
    };

    private static IEnumerable<string> Lines(CheckoutDraft draft)
    {
        foreach (var line in draft.LineItems)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"line: {line.Quantity} x {Price(line.UnitPriceMoney)} {line.Name}");
        }

        if (draft.TipPercent is { } percent)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"tip: {percent} %");
        }

        if (draft.CustomerReference is { } reference)
        {
            yield return $"customer reference: {reference}";
        }

        if (draft.Note is { } note)
        {
            yield return $"note: {note}";
        }
    }

    private static IEnumerable<string> Lines(OperationIntent.CreateCheckoutSession session)
    {
        yield return $"order: {session.OrderLid}";
        yield return string.Create(CultureInfo.InvariantCulture, $"open for: {(long)session.Life.TotalSeconds} s");
        if (session.ReplacesLid is { } replaced)
        {
            yield return $"in place of: {replaced}";
        }
    }

    /// <summary>The digits with their currency.</summary>
    public static string Price(Money money) => $"{Amount(money)} {money.Currency.Code}";

    private static CultureInfo WithoutGroups()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.CurrencyGroupSizes = [0];
        return CultureInfo.ReadOnly(culture);
    }
}
