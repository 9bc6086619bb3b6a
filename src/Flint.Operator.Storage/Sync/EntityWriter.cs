using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Writes records as the operator enters them.</summary>
internal sealed class EntityWriter(SqlConnection connection, TouchedRecords touched)
{
    private const string Insert =
        """
        INSERT INTO entity (lid, kind, parent_lid, account, title, amount_minor, currency, draft_json, created_at, operator)
        VALUES (?1, ?2, ?3, (SELECT account FROM installation), ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    public void Add(StoreChange.AddPaymentLink add)
    {
        var (title, amount, json) = Describe(add.Draft);
        connection.Execute(Insert, add.Lid, StateWords.Of(RecordKind.PaymentLink), null, title, amount?.Minor, amount?.Currency.Code, json, add.CreatedAt, add.OperatorName);
        touched.Add(add.Lid, null);
    }

    public void Add(StoreChange.AddOrder add)
    {
        var (title, amount, json) = Describe(add.Draft);
        connection.Execute(Insert, add.Lid, StateWords.Of(RecordKind.Order), null, title, amount.Minor, amount.Currency.Code, json, add.CreatedAt, add.OperatorName);
        touched.Add(add.Lid, null);
    }

    public void Add(StoreChange.AddCheckoutSession add)
    {
        if (connection.Text("SELECT kind FROM entity WHERE lid = ?1", add.OrderLid) != StateWords.Of(RecordKind.Order))
        {
            throw new InvalidOperationException($"There is no order {add.OrderLid}.");
        }

        connection.Execute(Insert, add.Lid, StateWords.Of(RecordKind.CheckoutSession), add.OrderLid, "", null, null, null, add.CreatedAt, add.OperatorName);
        touched.Add(add.Lid, add.OrderLid);
    }

    /// <summary>Whether a record of the API is here by now.</summary>
    public bool Holds(string remoteId) => connection.Text("SELECT lid FROM entity WHERE remote_id = ?1", remoteId) is not null;

    /// <summary>A record made elsewhere: nobody on this device entered it, so its draft is what it says.</summary>
    public void Add(StoreChange.AddRemote add)
    {
        var at = add.Record.CreatedAt ?? add.Record.UpdatedAt ?? add.SeenAt;
        switch (add.Record)
        {
            case PaymentLinkSnapshot link:
                Add(new StoreChange.AddPaymentLink(add.Lid, PaymentLinkDraft.Of(link), at, ""));
                break;
            case OrderSnapshot order:
                Add(new StoreChange.AddOrder(add.Lid, CheckoutDraft.Of(order), at, ""));
                break;
            default:
                Add(new StoreChange.AddCheckoutSession(add.Lid, add.OrderLid ?? throw new InvalidOperationException($"Session {add.Lid} names no order."), at, ""));
                break;
        }
    }

    public void Edit(StoreChange.EditPaymentLink edit)
    {
        var (title, amount, json) = Describe(edit.Draft);
        Edit(edit.Lid, RecordKind.PaymentLink, title, amount, json);
    }

    public void Edit(StoreChange.EditOrder edit)
    {
        var (title, amount, json) = Describe(edit.Draft);
        Edit(edit.Lid, RecordKind.Order, title, amount, json);
    }

    // A record that exists at the API is not found here: its draft is history.
    private void Edit(string lid, RecordKind kind, string title, Money? amount, string json)
    {
        const string Sql = "UPDATE entity SET title = ?3, amount_minor = ?4, currency = ?5, draft_json = ?6 WHERE lid = ?1 AND kind = ?2 AND remote_id IS NULL";
        if (connection.Execute(Sql, lid, StateWords.Of(kind), title, amount?.Minor, amount?.Currency.Code, json) == 0)
        {
            throw new InvalidOperationException($"There is no {kind} {lid} that may be edited here.");
        }

        touched.Add(lid, null);
    }

    private static (string Title, Money? Amount, string Json) Describe(PaymentLinkDraft draft) =>
        (draft.Title, draft.AmountMoney, JsonText.Write(draft, StorageJson.Default.PaymentLinkDraft)!);

    private static (string Title, Money Amount, string Json) Describe(CheckoutDraft draft) =>
        (draft.Title, draft.EstimatedTotal, JsonText.Write(draft, StorageJson.Default.CheckoutDraft)!);
}
