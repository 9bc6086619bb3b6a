using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Paging;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

internal static class ProductEndpoints
{
    private static readonly ListFilter Status = ListFilter.OneOf("status", "active", "inactive", "archived");

    private static readonly ListFilter Delivery =
        ListFilter.OneOf("delivery_configuration_status", "configured", "action_required", "not_applicable");

    private static readonly ListSpec Products = new(
        [ListSpec.Created, ListSpec.Updated, new("name", SandboxSchema.Field("name"))],
        [
            ListFilter.OneOf("product_type", "physical", "service", "fee", "digital"), Status, Delivery,
            ListFilter.Exact("category_handle"), ListFilter.Reference(), ListFilter.Among("sku", "skus"),
            ListFilter.Among("delivery_profile_id", "delivery_profile_ids"), ListFilter.Search(),
            .. ListFilter.Times("created", "updated"),
        ]);

    private static readonly ListSpec Variants = new(
        [new("position", SandboxSchema.Field("position")), ListSpec.Created, ListSpec.Updated, new("unit_price", SandboxSchema.Field("unit_price"))],
        [Status, Delivery, ListFilter.Reference(), ListFilter.Exact("delivery_profile_id"), ListFilter.Search()])
    {
        // The place of a variant is its place on the shelf: the first one comes first unless asked otherwise.
        IsAscending = true,
    };

    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/products", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Products);
            return calls.ReadAsync(http, state => query.Run<ProductDocument>(
                state, product => ProductWire.Write(state, product, merchant.MerchantId)));
        });
        routes.MapGet("/v1/products/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, state => ApiReply.Ok(ProductWire.Write(state, Find(state, id), merchant.MerchantId)));
        });
        routes.MapGet("/v1/products/{id}/variants", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Variants);
            return calls.ReadAsync(http, state =>
            {
                var product = Find(state, id);
                return query.Run<VariantDocument>(
                    state, variant => VariantWire.Write(variant, product, merchant.MerchantId),
                    new SqlCondition($"{SandboxSchema.Field("product_id")} = ?", product.Id));
            });
        });
        routes.MapGet("/v1/products/{id}/variants/{variantId}", (HttpContext http, string id, string variantId, ApiCalls calls, SandboxIdentity merchant) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, state =>
            {
                var product = Find(state, id);
                return state.Find<VariantDocument>(variantId) is { } variant && variant.ProductId == product.Id
                    ? ApiReply.Ok(VariantWire.Write(variant, product, merchant.MerchantId))
                    : throw Problem.NotFound("variant of this product", variantId);
            });
        });
    }

    private static ProductDocument Find(SandboxState state, string id) =>
        state.Find<ProductDocument>(id) ?? throw Problem.NotFound("product", id);
}
