using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Recovery;

/// <summary>The creation of a record, told from the record alone.</summary>
internal static class LostOperation
{
    // No run of the app bears it, so that no monotonic clock is taken to go on from it.
    private const string NoRun = "salvaged";

    public static Operation Read(SqlRow row)
    {
        var (lid, parent, at) = (row.Text("lid"), row.OptionalText("parent_lid"), row.Time("created_at"));
        return new Operation
        {
            Id = row.Text("lost_id"),

            // At the end of the line: its place in it is lost.
            Position = 0,
            Aggregate = parent ?? lid,
            Lid = lid,
            Intent = ReadIntent(row, parent),
            State = OperationState.Held,
            Hold = HoldReason.RestoredBackup,
            CreatedAt = at,
            OperatorName = row.Text("operator"),
            Account = AccountText.Read(row.OptionalText("account")),
            KeyBorn = new Moment(at, null, TimeSpan.Zero, NoRun),

            // It may have been sent, so it cannot be cancelled without a look.
            Sent = 1,
        };
    }

    private static OperationIntent ReadIntent(SqlRow row, string? parent) => row.Text("kind") switch
    {
        "payment-link" => new OperationIntent.CreatePaymentLink(JsonText.Require(row.Text("draft_json"), StorageJson.Default.PaymentLinkDraft)),
        "order" => new OperationIntent.CreateOrder(JsonText.Require(row.Text("draft_json"), StorageJson.Default.CheckoutDraft)),
        _ => new OperationIntent.CreateCheckoutSession(parent!, OperatorSettings.Default.InPersonSessionLife),
    };
}
