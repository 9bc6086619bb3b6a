namespace Flint.Operator.Sandbox.Catalog;

/// <summary>What the demo merchant, a cycling club, sells: made to have one of everything a client must cope with.</summary>
internal static class DemoProducts
{
    private static readonly ProductCategory Kit = new("cat_kit", "kit", "Club kit");
    private static readonly ProductCategory Workshop = new("cat_workshop", "workshop", "Workshop");
    private static readonly ProductCategory Membership = new("cat_membership", "membership", "Membership");
    private static readonly ProductCategory Events = new("cat_events", "events", "Rides and events");
    private static readonly ProductCategory Refreshments = new("cat_refreshments", "refreshments", "Refreshments");

    public static IReadOnlyList<SeedProduct> All { get; } =
    [
        new("RCC-JER", "Club jersey", "physical", Kit, "Short sleeves, full zip, in the colours of the club.")
        {
            TaxCategory = "clothing", Options = ["Size"],
            Variants = [new("S", 6500, "S"), new("M", 6500, "M"), new("L", 6500, "L"), new("XL", 6900, "XL")],
        },
        new("RCC-GLV", "Winter gloves", "physical", Kit, "Windproof, with grip on the palm.")
        {
            TaxCategory = "clothing", Options = ["Size"], Variants = [new("SM", 3200, "S/M"), new("LX", 3200, "L/XL")],
        },
        new("RCC-BTL", "Water bottle 750 ml", "physical", Kit, "Fits every cage.")
        {
            TaxCategory = "physical_goods", Options = ["Color"],
            Variants = [new("BLU", 1200, "Blue") { Barcode = "0850012340017" }, new("CLR", 1200, "Clear") { Barcode = "0850012340024" }],
        },
        new("RCC-HLM", "Road helmet", "physical", Kit, "Counted in stock: an order must say where it is taken from.")
        {
            TaxCategory = "physical_goods", IsTracked = true, Options = ["Size", "Color"],
            Variants =
            [
                new("M-WHT", 8900, "M", "White"), new("M-RED", 8900, "M", "Red"),
                new("L-WHT", 8900, "L", "White"), new("L-RED", 9400, "L", "Red") { IsInStock = false },
            ],
        },
        new("RCC-TUB", "Inner tube", "physical", Workshop, "Butyl, Presta valve 48 mm.")
        {
            TaxCategory = "physical_goods", HasDeliveryProfile = false, Options = ["Wheel"],
            Variants = [new("700", 800, "700c"), new("650", 800, "650b") { Status = "inactive" }],
        },
        new("RCC-SVC", "Bike service", "service", Workshop, "While you ride the loaner.")
        {
            TaxCategory = "services", Options = ["Scope"], Variants = [new("BAS", 4500, "Basic"), new("FUL", 8500, "Full")],
        },
        new("RCC-WSH", "Workshop evening", "service", Workshop, "Learn to true a wheel. Tools are there.")
        {
            TaxCategory = "services", Variants = [new("", 1500)],
        },
        new("RCC-MEM", "Season membership", "fee", Membership, "From March to October.")
        {
            Options = ["Kind"], Variants = [new("ADU", 6000, "Adult"), new("YTH", 2500, "Youth"), new("FAM", 12_000, "Family")],
        },
        new("RCC-CHP", "Timing chip deposit", "fee", Events, "Given back with the chip.") { Variants = [new("", 2000)] },
        new("RCC-SUN", "Sunday ride", "service", Events, "Sixty kilometres, one coffee stop.")
        {
            TaxCategory = "admission", Variants = [new("", 500)],
        },
        new("RCC-BAR", "Oat bar", "physical", Refreshments, "Baked by the juniors.")
        {
            TaxCategory = "food", Options = ["Flavor"], Variants = [new("CHR", 250, "Cherry"), new("COC", 250, "Cocoa")],
        },
        new("RCC-GPX", "Route book", "digital", Events, "Forty routes as GPX files.")
        {
            TaxCategory = "digital_goods", Variants = [new("", 900)],
        },
        new("RCC-CMP", "Summer camp", "service", Events, "Back next year.") { Status = "inactive", Variants = [new("", 18_000)] },
        new("RCC-CAP", "Anniversary cap", "physical", Kit, "Sold out for good.")
        {
            TaxCategory = "clothing", Status = "archived", Variants = [new("", 1400) { IsInStock = false, Status = "archived" }],
        },
    ];
}
