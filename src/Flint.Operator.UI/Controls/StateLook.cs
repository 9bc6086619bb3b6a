namespace Flint.Operator.UI.Controls;

/// <summary>How a state word looks: its icon and its colour family. The word itself comes from the texts.</summary>
internal sealed record StateLook(IconName Icon, string Tone)
{
    private static readonly Dictionary<string, StateLook> Looks = new(StringComparer.Ordinal)
    {
        ["draft"] = new(IconName.Edit, "waiting"),
        ["waiting-to-send"] = new(IconName.Clock, "waiting"),
        ["sending"] = new(IconName.Outbox, "sending"),
        ["checking"] = new(IconName.Search, "checking"),
        ["ready"] = new(IconName.Qr, "ready"),
        ["order-saved-checkout-not-yet"] = new(IconName.Steps, "checking"),
        ["paid"] = new(IconName.Check, "paid"),
        ["partly-paid"] = new(IconName.Half, "paid"),
        ["declined-buyer-can-retry"] = new(IconName.Refresh, "checking"),
        ["expired"] = new(IconName.Hourglass, "ended"),
        ["closed"] = new(IconName.Close, "ended"),
        ["replaced"] = new(IconName.Swap, "ended"),
        ["paused"] = new(IconName.Pause, "ended"),
        ["refused-needs-you"] = new(IconName.Warning, "refused"),
        ["conflict-needs-you"] = new(IconName.Fork, "conflict"),
        ["needs-you"] = new(IconName.User, "conflict"),
        ["cancelled"] = new(IconName.Ban, "ended"),
    };

    public static IReadOnlyCollection<string> States => Looks.Keys;

    public static StateLook Of(string state) =>
        Looks.TryGetValue(state, out var look) ? look : throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state word of the product.");
}
