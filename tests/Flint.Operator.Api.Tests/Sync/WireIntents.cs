using System.Text.Json;
using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Tests.Sync;

// One of everything an operator can mean; a test holds that no intent is left out.
internal static class WireIntents
{
    private static readonly PaymentLinkSnapshot Link = JsonSerializer.Deserialize(Answers.Data(Answers.Link), ApiJson.Default.EnvelopeDtoPaymentLinkDto)!.Data!.ToSnapshot()!;

    public static WireTargets Targets { get; } = new(OwnId: "cs_1", OrderId: "ord_1", ReplacesSessionId: "cs_0", Link: Link);

    public static IReadOnlyDictionary<string, OperationIntent> All { get; } = new Dictionary<string, OperationIntent>(StringComparer.Ordinal)
    {
        ["link"] = new OperationIntent.CreatePaymentLink(Given.LinkDraft),
        ["order"] = new OperationIntent.CreateOrder(Given.CheckoutDraft),
        ["order in full"] = new OperationIntent.CreateOrder(Given.CheckoutDraft with { TipPercent = 10, Note = "Thanks", CustomerReference = "M-77" }),
        ["session"] = new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30), "S0"),
        ["title"] = Edit(Given.LinkDraft with { Title = "Stall deposit, Sunday" }),
        ["price"] = Edit(Given.LinkDraft with { AmountMoney = Given.Usd(5000) }),
        ["title and price"] = Edit(new PaymentLinkDraft("Stall deposit, Sunday", Given.Usd(5000))),
        ["pause"] = new OperationIntent.SetPaymentLinkActive(false),
        ["resume"] = new OperationIntent.SetPaymentLinkActive(true),
        ["close order"] = new OperationIntent.CloseOrder(),
        ["close"] = new OperationIntent.CloseCheckoutSession(),
    };

    public static WireRequest Encode(string name) => Api.Sync.OperationEncoder.Encode(Given.Operation(All[name]), Targets);

    private static OperationIntent.UpdatePaymentLink Edit(PaymentLinkDraft mine) => new(mine, PaymentLinkDraft.Of(Link));
}
