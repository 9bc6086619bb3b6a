using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>A change of a link laid over what the API says now: the three values of a field decide (sync.md section 8).</summary>
public static class PaymentLinkEdit
{
    /// <summary>The fields in which two copies of a link differ, in the order of the form.</summary>
    public static IReadOnlyList<string> Changed(PaymentLinkDraft one, PaymentLinkDraft other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return [.. LinkField.All.Where(field => !field.IsSame(one, other)).Select(field => field.Name)];
    }

    /// <summary>The fields that were changed here and, to something else, at the API since.</summary>
    public static IReadOnlyList<string> Conflicts(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(theirs);
        return [.. LinkField.All.Where(field => Collides(field, edit, theirs)).Select(field => field.Name)];
    }

    /// <summary>What the link shall be after all: the fields changed here, over everything else as the API has it now.</summary>
    public static PaymentLinkDraft Merge(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(theirs);
        return LinkField.All.Where(field => !field.IsSame(edit.Mine, edit.Base)).Aggregate(theirs, (merged, field) => field.Take(merged, edit.Mine));
    }

    /// <summary>The same, with the API's word in every field that conflicts.</summary>
    public static PaymentLinkDraft Yield(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs) =>
        LinkField.All.Where(field => Collides(field, edit, theirs)).Aggregate(Merge(edit, theirs), (yielded, field) => field.Take(yielded, theirs));

    private static bool Collides(LinkField field, OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs) =>
        !field.IsSame(edit.Mine, edit.Base) && !field.IsSame(theirs, edit.Base) && !field.IsSame(edit.Mine, theirs);
}
