using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>A change of a link laid over what the API says now: the three values of a field decide (sync.md section 8).</summary>
public static class PaymentLinkEdit
{
    /// <summary>The fields that were changed here and, to something else, at the API since.</summary>
    public static IReadOnlyList<string> Conflicts(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(theirs);
        List<string> fields = [];
        if (Collides(edit.Base.Title, edit.Mine.Title, theirs.Title))
        {
            fields.Add("title");
        }

        if (Collides(edit.Base.AmountMoney, edit.Mine.AmountMoney, theirs.AmountMoney))
        {
            fields.Add("amount");
        }

        return fields;
    }

    /// <summary>What the link shall be after all: the fields changed here, over everything else as the API has it now.</summary>
    public static PaymentLinkDraft Merge(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(theirs);
        return new PaymentLinkDraft(
            edit.Mine.Title == edit.Base.Title ? theirs.Title : edit.Mine.Title,
            Equals(edit.Mine.AmountMoney, edit.Base.AmountMoney) ? theirs.AmountMoney : edit.Mine.AmountMoney);
    }

    /// <summary>The same, with the API's word in every field that conflicts.</summary>
    public static PaymentLinkDraft Yield(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        var conflicts = Conflicts(edit, theirs);
        var merged = Merge(edit, theirs);
        return new PaymentLinkDraft(
            conflicts.Contains("title", StringComparer.Ordinal) ? theirs.Title : merged.Title,
            conflicts.Contains("amount", StringComparer.Ordinal) ? theirs.AmountMoney : merged.AmountMoney);
    }

    private static bool Collides<T>(T then, T mine, T theirs) => !Equals(mine, then) && !Equals(theirs, then) && !Equals(mine, theirs);
}
