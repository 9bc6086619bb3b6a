using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Faults.Host;

/// <summary>What an operator taps, and the line that acknowledges it.</summary>
internal sealed class Taps(PaymentLinkOperations links, CheckoutOperations checkouts)
{
    private static readonly Currency Usd = Currency.Of("USD");

    public async Task LinkAsync() =>
        Tell(await links.CreateAsync(new PaymentLinkDraft("Collect membership dues", new Money(15000, Usd)), CancellationToken.None));

    public async Task ChargeAsync() =>
        Tell(await checkouts.ChargeAsync(new CheckoutDraft { LineItems = [new LineItem("Event registration", 1, new Money(15000, Usd))] }, CancellationToken.None));

    public async Task PauseAsync(string lid) => Tell(await links.SetActiveAsync(lid, isActive: false, CancellationToken.None));

    public async Task CloseAsync(string lid) => Tell(await checkouts.CloseAsync(lid, CancellationToken.None));

    /// <summary>One tap after the other until somebody ends the process.</summary>
    public async Task FloodAsync()
    {
        while (true)
        {
            await LinkAsync();
            await ChargeAsync();
        }
    }

    private static void Tell(SaveOutcome outcome) => Output.Say(outcome switch
    {
        SaveOutcome.Saved saved => $"saved {saved.Lid}",
        SaveOutcome.NotSaved refused => $"refused {refused.Reason}",
        _ => $"refused {outcome.GetType().Name}",
    });
}
