using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>One field that was changed here and at the API, as a person compares it.</summary>
/// <param name="Name">As <see cref="PaymentLinkEdit"/> names it.</param>
/// <param name="Before">The link in which the field was as it was when it was changed here.</param>
/// <param name="Mine">The one in which it is what it was changed to here.</param>
/// <param name="Theirs">The one in which it is as the API has it now.</param>
public sealed record ConflictField(string Name, PaymentLinkDraft Before, PaymentLinkDraft Mine, PaymentLinkDraft Theirs);
