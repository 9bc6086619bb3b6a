using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Requests that the sandbox has to answer as an operation says: there is something under every id of the path, and in the body only what can be.</summary>
internal sealed class ContractWorld(SandboxHost host)
{
    /// <summary>The path of an operation with ids of things that are there.</summary>
    public async Task<string> PathAsync(ContractOperation operation)
    {
        var path = operation.Template;
        foreach (var name in operation.PathParameters)
            path = path.Replace($"{{{name}}}", await IdAsync(name, path), StringComparison.Ordinal);
        return path;
    }

    /// <summary>The path of a list that has two rows or more.</summary>
    public async Task<string> ListedAsync(ContractOperation operation)
    {
        var path = await PathAsync(operation);
        if (ContractDocument.Operations.SingleOrDefault(other => other.Method == "POST" && other.Template == operation.Template) is { } create)
        {
            for (var row = 0; row < 2; row++)
                await SendAsync(create, path);
        }

        return path;
    }

    /// <summary>Sends a request that succeeds, were it not for what stands in its path.</summary>
    public async Task<ApiAnswer> SendAsync(ContractOperation operation, string path) => await SendAsync(operation, path, await BodyAsync(operation, path));

    /// <summary>Sends a request under a key of its own, where one is asked for.</summary>
    public async Task<ApiAnswer> SendAsync(ContractOperation operation, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (operation.RequiresKey)
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
    }

    /// <summary>A body that succeeds; null for an operation without one.</summary>
    public async Task<JsonObject?> BodyAsync(ContractOperation operation, string path) => operation.Body is null ? null : operation.Id switch
    {
        "createOrder" => Given.OrderBody(),
        "createPaymentLink" => Given.LinkBody(),
        "createCheckoutSession" => new JsonObject { ["order_id"] = await host.OrderAsync() },
        "createRefund" => new JsonObject { ["order_id"] = await host.PaidOrderAsync() },
        "addOrderLineItems" => new JsonObject { ["line_items"] = new JsonArray(Given.Line("Bell", 1200)) },
        "updateOrder" => new JsonObject { ["internal_note"] = "Front desk" },
        "resolvePaymentLink" => new JsonObject { ["resolution_context"] = await ContextAsync(path) },
        "updatePaymentLink" => new JsonObject { ["name"] = "Stall deposit, Sunday" },
        "updateCheckoutSession" => new JsonObject { ["metadata"] = new JsonObject { ["desk"] = "2" } },
        "updateOrderLineItem" => new JsonObject { ["quantity"] = 2 },
        "closeOrder" or "closeCheckoutSession" => [],
        _ => throw new NotSupportedException(operation.Id),
    };

    private async Task<string> IdAsync(string name, string path) => name switch
    {
        "order_id" => (await host.PostAsync("/v1/orders", new JsonObject
        {
            ["line_items"] = new JsonArray(Given.Line(), Given.Line("Pump", 3900)),
            ["tax"] = new JsonObject { ["enabled"] = false },
        })).Data["order_id"]!.GetValue<string>(),
        "order_line_item_id" => (await host.GetAsync(path[..path.IndexOf("/line-items", StringComparison.Ordinal)])).Data["line_items"]![0]!["order_line_item_id"]!.GetValue<string>(),
        "payment_link_id" => await host.LinkAsync(),
        "checkout_session_id" => (await host.LaunchAsync(await host.OrderAsync())).SessionId(),
        "product_id" => (await host.GetAsync("/v1/products")).List.MaxBy(product => product!["variant_count"]!.GetValue<int>())!["product_id"]!.GetValue<string>(),
        "variant_id" => (await host.GetAsync(path[..path.LastIndexOf('/')])).List[0]!["variant_id"]!.GetValue<string>(),
        "refund_id" => (await host.PostAsync("/v1/refunds", new JsonObject { ["order_id"] = await host.PaidOrderAsync() })).Data["refund_id"]!.GetValue<string>(),
        _ => throw new NotSupportedException(name),
    };

    private async Task<string> ContextAsync(string path)
    {
        var shown = await ApiAnswer.ReadAsync(await host.Anyone.GetAsync(path.Split('?')[0].Replace("/resolve", "/public", StringComparison.Ordinal)));
        return shown.Data["resolution_context"]!.GetValue<string>();
    }
}
