namespace Flint.Operator.Core.PaymentLinks;

/// <summary>The one plain line of a link: what an edit sends back, since lines are replaced whole (contract 2.3).</summary>
/// <param name="Id">The API's id; sent back, it keeps the line instead of making another.</param>
/// <param name="Key">The caller's own key of the line, where it has one.</param>
/// <param name="Name">What the buyer reads.</param>
/// <param name="Quantity">Whole units.</param>
public sealed record PaymentLinkLine(string Id, string? Key, string Name, long Quantity);
