using System.Net;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Tests.Contract;

namespace Flint.Operator.Sandbox.Tests.Http;

/// <summary>A key with fewer rights (contract 1.1): a read takes either right of its pair, a write takes the write.</summary>
public sealed class KeyRightsTests
{
    public static TheoryData<string> Every => [.. ContractDocument.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Operation_WithoutItsRight_SaysWhatIsMissing_AndWithItWorks(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var (operation, world) = (ContractDocument.Operation(id), new ContractWorld(host));
        var path = await world.PathAsync(operation);
        var body = await world.BodyAsync(operation, path);
        await host.ControlAsync("/_sandbox/key", """{"scopes":[]}""");

        var refused = await world.SendAsync(operation, path, body);

        // Whoever declares no 403 asks for no right: who am I, and what a buyer does with a link.
        if (!operation.Statuses.Contains(403))
        {
            Assert.Equal(operation.Success, (int)refused.Status);
            return;
        }

        var missing = refused.Error["missing_scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToArray();
        Assert.Equal((HttpStatusCode.Forbidden, "INSUFFICIENT_SCOPE", "authorization_error"), (refused.Status, refused.Code, refused.Error["type"]!.GetValue<string>()));
        Assert.Equal(missing, refused.Error["scope_requirement"]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        if (operation.IsWrite)
            Assert.EndsWith(".write", Assert.Single(missing), StringComparison.Ordinal);
        foreach (var scope in operation.IsWrite ? missing[..1] : missing)
        {
            await host.ControlAsync("/_sandbox/key", $$"""{"scopes":["{{scope}}"]}""");
            Assert.Equal(operation.Success, (int)(await world.SendAsync(operation, path, body)).Status);
        }
    }

    [Fact]
    public async Task Write_WithTheReadAlone_IsRefused_AndItsKeyStaysFree()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.ControlAsync("/_sandbox/key", """{"scopes":["commerce.orders.read","checkouts.payment_links.write"]}""");
        var refused = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        Assert.Equal((HttpStatusCode.Forbidden, "commerce.orders.write"), (refused.Status, refused.Error["missing_scopes"]![0]!.GetValue<string>()));
        Assert.Empty((await host.GetAsync("/v1/orders")).List);

        await host.ControlAsync("/_sandbox/key", """{"scopes":["commerce.orders.write"]}""");
        var allowed = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        Assert.Equal((HttpStatusCode.Created, null), (allowed.Status, allowed.Header("Idempotency-Replayed")));
    }

    [Fact]
    public async Task Rights_AreToldByWhoAmI_AndOutliveARestart()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.ControlAsync("/_sandbox/key", """{"scopes":["commerce.orders.read"]}""");
        await using var next = await host.RestartAsync();

        var scopes = (await next.GetAsync("/v1/developer/auth-context")).Data["scopes"]!.AsArray();
        Assert.Equal("commerce.orders.read", Assert.Single(scopes)!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Forbidden, (await next.GetAsync("/v1/refunds")).Status);
    }

    [Fact]
    public async Task Rights_ThatThereAreNot_CannotBeGiven()
    {
        await using var host = await SandboxHost.StartAsync();
        using var wanted = new StringContent("""{"scopes":["commerce.everything"]}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await host.Anyone.PutAsync("/_sandbox/key", wanted);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(10, JsonNode.Parse(await host.Anyone.GetStringAsync("/_sandbox/key"))!["scopes"]!.AsArray().Count);
    }
}
