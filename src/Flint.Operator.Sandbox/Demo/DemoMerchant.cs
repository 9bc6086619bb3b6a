using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Demo;

/// <summary>
/// A shop that has been open for a few days, for showing and for trying out. It is made by the same work that the API's
/// calls do, so nothing in it could not have come about.
/// </summary>
internal static class DemoMerchant
{
    private const string Mark = "demo-dues";

    /// <summary>Adds the shop's days to what is there; a second time changes nothing.</summary>
    public static bool AddTo(SandboxState state)
    {
        if (state.Where<PaymentLinks.PaymentLinkDocument>($"{SandboxSchema.Field("external_reference_id")} = ?", Mark).Count > 0)
            return false;
        Links(new DemoDay(state, TimeSpan.FromDays(6)));
        Orders(state);
        return true;
    }

    private static void Links(DemoDay day)
    {
        var dues = day.Link(Mark, "Membership dues", Line("dues", "Membership dues", 15000));
        day.Link("demo-deposit", "Stall deposit", Line("deposit", "Stall deposit", 4500));
        day.Link("demo-raffle", "Raffle tickets", new JsonObject
        {
            ["key"] = "ticket", ["name"] = "Raffle ticket", ["unit_price_money"] = Usd(500), ["quantity"] = 1,
            ["allow_quantity_adjustment"] = true, ["min_quantity"] = 1, ["max_quantity"] = 20,
        });
        day.Link("demo-jersey", "Club jersey, size L", new JsonObject { ["key"] = "jersey", ["variant_id"] = day.Variant("RCC-JER-L") });
        day.SwitchOff(day.Link("demo-spring", "Spring ride 2026", Line("entry", "Entry", 3500)), "The spring ride is over. See you next year!");
        day.Sell(dues);
    }

    private static void Orders(SandboxState state)
    {
        var earlier = new DemoDay(state, TimeSpan.FromDays(3));
        earlier.Pay(earlier.Session(earlier.Order("demo-service", ("Bike service", 1, 8500), ("Brake pads", 2, 1200))));
        earlier.Close(earlier.Order("demo-mistake", ("Typed by mistake", 1, 100)));
        earlier.Session(earlier.Order("demo-forgotten", ("Helmet", 1, 5900)));

        var yesterday = new DemoDay(state, TimeSpan.FromDays(1));
        var paid = yesterday.Order("demo-registration", ("Event registration", 1, 15000), ("T-shirt, M", 2, 2550));
        yesterday.Pay(yesterday.Session(paid));
        yesterday.Refund(paid, 2550, "wrong_item_shipped");
        yesterday.CloseSession(yesterday.Session(yesterday.Order("demo-left", ("Water bottle", 1, 1400))));

        var now = new DemoDay(state, TimeSpan.FromMinutes(5));
        now.Order("demo-unpaid", ("Tyre, 28 inch", 2, 3200));
        now.Session(now.Order("demo-waiting", ("Gear tune-up", 1, 6500)));
        now.Decline(now.Session(now.Order("demo-declined", ("Saddle", 1, 7900))));
    }

    private static JsonObject Line(string key, string name, long amount) =>
        new() { ["key"] = key, ["name"] = name, ["quantity"] = 1, ["unit_price_money"] = Usd(amount) };

    private static JsonObject Usd(long amount) => new Money(amount, "USD").ToJson();
}
