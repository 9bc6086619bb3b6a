using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Sync;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Sync;

/// <summary>What an operation is called in the outbox.</summary>
internal static class OutboxWords
{
    public static string Verb(IStringLocalizer<Texts> texts, OutboxItem item) => texts[item.Intent switch
    {
        OperationIntent.CreatePaymentLink => "Outbox.CreateLink",
        OperationIntent.CreateOrder => "Outbox.CreateOrder",
        OperationIntent.CreateCheckoutSession => "Outbox.CreateSession",
        OperationIntent.UpdatePaymentLink => "Outbox.Change",
        OperationIntent.CloseOrder => "Outbox.CloseOrder",
        OperationIntent.SetPaymentLinkActive { IsActive: true } => "Outbox.Resume",
        OperationIntent.SetPaymentLinkActive => "Outbox.Pause",
        _ => "Outbox.Close",
    }];
}
