using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

/// <summary>Puts the demo catalog where there is none: a new file, or one that was emptied.</summary>
internal static class CatalogSeed
{
    private const string Currency = "USD";

    public static bool Apply(SandboxState state)
    {
        if (state.Where<ProductDocument>("1 LIMIT 1").Count > 0)
            return false;
        var products = DemoProducts.All;
        var profile = Ids.New("dprof", state.Now);
        for (var index = 0; index < products.Count; index++)
        {
            // A day apart, so that a list sorted by time has an order to show.
            Add(state, products[index], profile, state.Now.AddDays(index - products.Count));
        }

        return true;
    }

    private static void Add(SandboxState state, SeedProduct seed, string profile, DateTimeOffset at)
    {
        var isPhysical = seed.Type is "physical";
        var delivery = !isPhysical ? "not_applicable" : seed.HasDeliveryProfile ? "configured" : "action_required";
        var profileId = isPhysical && seed.HasDeliveryProfile ? profile : null;
        var product = new ProductDocument
        {
            Id = Ids.New("prod", at),
            CreatedAt = at,
            UpdatedAt = at,
            Name = seed.Name,
            Description = seed.Description,
            ProductType = seed.Type,
            Status = seed.Status,
            Category = seed.Category,
            CategoryHandle = seed.Category.Handle,
            ExternalReferenceId = seed.Code,
            Options = [.. seed.Options.Select((name, position) => Option(seed, name, position, at))],
            Skus = [.. seed.Variants.Select(variant => Sku(seed, variant))],
            DeliveryProfileIds = profileId is null ? [] : [profileId],
            DeliveryConfigurationStatus = delivery,
        };
        state.Save(product);
        for (var position = 0; position < seed.Variants.Count; position++)
        {
            var variant = seed.Variants[position];
            state.Save(new VariantDocument
            {
                Id = Ids.New("var", at),
                CreatedAt = at,
                UpdatedAt = at,
                ProductId = product.Id,
                Name = variant.Values.Length == 0 ? null : string.Join(", ", variant.Values),
                Sku = Sku(seed, variant),
                ExternalReferenceId = Sku(seed, variant),
                Barcode = variant.Barcode,
                UnitPrice = variant.UnitPrice,
                Currency = Currency,
                Status = variant.Status,
                Position = position,
                IsInStock = variant.IsInStock,
                TaxCategory = seed.TaxCategory,
                SelectedOptions = [.. variant.Values.Select((value, option) => Selected(product.Options[option], value))],
                DeliveryConfigurationStatus = delivery,
                DeliveryProfileId = profileId,
                InventoryItemId = seed.IsTracked ? Ids.New("inv", at) : null,
            });
        }
    }

    private static string Sku(SeedProduct seed, SeedVariant variant) =>
        variant.Suffix.Length == 0 ? seed.Code : $"{seed.Code}-{variant.Suffix}";

    private static ProductOption Option(SeedProduct seed, string name, int position, DateTimeOffset at) => new(
        Ids.New("opt", at), name, position,
        [.. seed.Variants
            .Select(variant => variant.Values[position])
            .Distinct(StringComparer.Ordinal)
            .Select((value, index) => new ProductOptionValue(Ids.New("optv", at), value, index))]);

    private static SelectedOption Selected(ProductOption option, string value) =>
        new(option.Id, option.Name, option.Values.First(known => known.Value == value).Id, value);
}
