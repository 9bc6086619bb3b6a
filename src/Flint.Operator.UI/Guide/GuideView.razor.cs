using Flint.Operator.Core.Guide;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.UI.Guide;

public sealed partial class GuideView
{
    // The rows of product.md section 1; their words are texts.
    private static readonly IReadOnlyList<string> ComparisonRows = ["Job", "Sender", "Again", "First", "Daily", "Write"];

    private static string TestName(GuideQuestion question) => question switch
    {
        GuideQuestion.Reusable => "reusable",
        GuideQuestion.HasOneOrder => "order",
        _ => "send",
    };

    private static string Word(Surface surface) => surface == Surface.PaymentLink ? "payment-link" : "checkout-session";

    private static Surface Other(Surface surface) => surface == Surface.PaymentLink ? Surface.CheckoutSession : Surface.PaymentLink;

    private static string Href(Surface surface) => surface == Surface.PaymentLink ? Routes.NewLink : Routes.NewCheckout;
}
