namespace Flint.Operator.ViewModels.Shell;

/// <summary>Every path of the app. Templates are constants, for route attributes; builders escape what they are given.</summary>
public static class Routes
{
    public const string Collect = "/";
    public const string Guide = "/guide";

    public const string Checkouts = "/checkouts";
    public const string NewCheckout = "/checkouts/new";
    public const string DueOrders = "/checkouts/new/order";
    public const string CheckoutTemplate = "/checkouts/{Lid}";
    public const string EditCheckoutTemplate = "/checkouts/{Lid}/edit";

    public const string Links = "/links";
    public const string NewLink = "/links/new";
    public const string LinkTemplate = "/links/{Lid}";
    public const string EditLinkTemplate = "/links/{Lid}/edit";
    public const string LinkCardTemplate = "/links/{Lid}/card";

    public const string Outbox = "/outbox";
    public const string OutboxFile = "/outbox.csv";
    public const string Activity = "/activity";
    public const string Shift = "/shift";
    public const string Settings = "/settings";

    public const string BuyerTemplate = "/buyer/{Lid}";
    public const string Lock = "/lock";
    public const string NotFound = "/not-found";

    public static string Checkout(string lid) => $"{Checkouts}/{Uri.EscapeDataString(lid)}";

    public static string Link(string lid) => $"{Links}/{Uri.EscapeDataString(lid)}";

    public static string EditCheckout(string lid) => $"{Checkout(lid)}/edit";

    public static string CopyLink(string lid) => $"{NewLink}?from={Uri.EscapeDataString(lid)}";

    public static string EditLink(string lid) => $"{Link(lid)}/edit";

    public static string LinkCard(string lid) => $"{Link(lid)}/card";

    public static string Buyer(string lid) => $"/buyer/{Uri.EscapeDataString(lid)}";
}
