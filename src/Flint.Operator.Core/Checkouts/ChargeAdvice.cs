namespace Flint.Operator.Core.Checkouts;

/// <summary>Asks <see cref="ChargeHints"/> about a charge, with what this device holds now.</summary>
public sealed class ChargeAdvice(ICheckoutStore checkouts, TimeProvider time)
{
    // Enough for what is usual even where other devices of the account make most of what is held.
    private const int Held = 100;

    /// <summary>The question to ask before this is charged; null when there is none.</summary>
    public async Task<ChargeHint?> OnAsync(CheckoutDraft draft, CancellationToken cancellationToken) =>
        ChargeHints.Of(draft, await checkouts.ListAsync(null, Held, cancellationToken).ConfigureAwait(false), time.GetUtcNow());
}
