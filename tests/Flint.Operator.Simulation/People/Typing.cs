using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.People;

/// <summary>What people type. Every text carries a canary, which must never turn up in a log.</summary>
internal sealed class Typing(SeededRandom random)
{
    public const string Canary = "CANARY";

    private int _typed;

    public PaymentLinkDraft Link() => new(Title(), Amount());

    public CheckoutDraft Charge() => new()
    {
        LineItems = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new LineItem(Title(), random.Next(1, 4), Amount()))],
        Discount = random.Chance(0.2) ? new OrderDiscount($"{Canary}-discount", random.Next(1, 60)) : null,
        TipPercent = random.Chance(0.3) ? random.Next(1, 25) : null,
        Note = random.Chance(0.3) ? $"{Canary}-note" : null,
    };

    /// <summary>The same, without what the server refuses.</summary>
    public static CheckoutDraft Corrected(CheckoutDraft draft) => draft with { LineItems = [.. draft.LineItems.Select(line => line with { Name = $"{Canary}-corrected" })] };

    private string Title() => random.Chance(0.05) ? $"{SimulatedFlint.Poison} {Canary}-title" : $"{Canary}-title-{++_typed}";

    private Money Amount() => new(random.Next(100, 50_000), Currency.Of("USD"));
}
