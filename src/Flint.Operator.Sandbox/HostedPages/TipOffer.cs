using System.Globalization;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>The tips a checkout offers. A form names one of them; what it is worth is worked out here.</summary>
internal sealed class TipOffer(CheckoutSessionDocument session, OrderDocument order)
{
    public const string Percent = "percent";
    public const string Fixed = "fixed";
    public const string Own = "own";

    private static readonly decimal[] UsualPercents = [10, 15, 20];

    private readonly JsonNode? _settings = session.Settings["tip"];

    public bool IsMade => Is("enabled");

    public bool TakesOwn => IsMade && Is("is_custom_tip_enabled");

    /// <summary>What a buyer has typed before, as it can be typed again.</summary>
    public string OwnText => order.Tip?.Amount is { } amount && !Amounts.Contains(amount) ? AmountText.Plain(order.Money(amount)) : "";

    public IReadOnlyList<TipChoice> Choices =>
    [
        new(Percent, "0", "No tip", Amount: null, order.Tip is null),
        .. Amounts.Length > 0 ? Amounts.Select(OfAmount) : Percents.Select(OfPercent),
    ];

    private decimal[] Percents =>
        [.. _settings?["tip_percentages"]?.AsArray().Select(percent => percent!.GetValue<decimal>()) ?? UsualPercents];

    /// <summary>"Smart" tips are amounts in place of percentages, where the merchant named some in the order's currency.</summary>
    private long[] Amounts => Is("is_smart_tips_enabled")
        ? [.. (_settings!["smart_tip_money_options"]?.AsArray() ?? []).Select(money => Money.Read(money!)).Where(money => money.Currency == order.Currency).Select(money => money.Amount)]
        : [];

    /// <summary>The tip a form asks for: null for none, and a problem for one that is not offered.</summary>
    public (OrderTip? Tip, FormProblem? Problem) Read(IFormCollection form, DateTimeOffset now)
    {
        var id = Ids.New("tip", now);
        if (form[Percent].ToString() is "0" && IsMade)
            return (null, null);
        if (Amounts.Length == 0 && Number(form[Percent]) is { } percent && IsMade && Percents.Contains(percent))
            return (new OrderTip(id, Amount: null, percent, now), null);
        if (Number(form[Fixed]) is { } chosen && IsMade && Amounts.Contains((long)chosen))
            return (new OrderTip(id, (long)chosen, Percent: null, now), null);
        if (!TakesOwn || !form.ContainsKey(Own))
            return (null, new FormProblem(null, "Please choose one of the tips."));
        return AmountText.Read(form[Own].ToString(), order.Currency) is { } own and > 0
            ? (new OrderTip(id, own, Percent: null, now), null)
            : (null, new FormProblem(Own, "Please enter your tip as a plain amount, such as 5.00."));
    }

    public static string Plain(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture);

    private TipChoice OfPercent(decimal percent)
    {
        var totals = order.Totals();
        var worth = new OrderTip("", Amount: null, percent, default).Over(totals.Subtotal - totals.Discount);
        return new(Percent, Plain(percent), $"{Plain(percent)} %", AmountText.Write(order.Money(worth)), order.Tip?.Percent == percent);
    }

    private TipChoice OfAmount(long amount) => new(
        Fixed, amount.ToString(CultureInfo.InvariantCulture), AmountText.Write(order.Money(amount)), Amount: null, order.Tip?.Amount == amount);

    private bool Is(string name) => _settings?[name]?.GetValue<bool>() == true;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
