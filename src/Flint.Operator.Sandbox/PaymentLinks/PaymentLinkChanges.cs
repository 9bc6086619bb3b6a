using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

internal static class PaymentLinkChanges
{
    /// <summary>Members that have a place of their own in the document.</summary>
    private static readonly string[] NotSettings =
        ["name", "status", "expected_version", "external_reference_id", "metadata", "payment_link_type", "plan_id"];

    public static PaymentLinkDocument Create(SandboxState state, JsonObject body)
    {
        if (body["plan_id"]?.GetValue<string>() is { } planId)
            throw Problem.Invalid("VALIDATION_ERROR", $"There is no plan '{planId}'.", "plan_id");
        var settings = Merge(state, [], body);
        var link = new PaymentLinkDocument
        {
            Id = Ids.New("pl", state.Now),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Name = body["name"]!.GetValue<string>(),
            PaymentLinkType = body["payment_link_type"]?.GetValue<string>() ?? "standard",
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>(),
            Metadata = body["metadata"]?.DeepClone().AsObject() ?? [],
            Settings = settings,
            Items = LinkCatalog.Read(state, settings),
        };
        PaymentLinkRules.Check(link);
        state.Save(link);
        return link;
    }

    public static PaymentLinkDocument Update(SandboxState state, PaymentLinkDocument link, JsonObject body)
    {
        if (body["expected_version"]?.GetValue<long>() is { } expected && expected != link.Version)
        {
            throw Problem.Conflict(
                "PAYMENT_LINK_CHANGED", "The link was changed by someone else.",
                new JsonObject { ["current_version"] = link.Version }, nextSteps: "Read the link and apply the change again.");
        }

        // A request that changes nothing must not make another's version stale.
        if (body.All(member => member.Key is "expected_version"))
            return link;

        var settings = Merge(state, link.Settings, body);
        var changed = link with
        {
            Version = link.Version + 1,
            UpdatedAt = state.Now,
            Name = body["name"]?.GetValue<string>() ?? link.Name,
            Status = body["status"]?.GetValue<string>() ?? link.Status,
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>() ?? link.ExternalReferenceId,
            Metadata = MetadataPatch.Apply(link.Metadata, body),
            Settings = settings,
            Items = body.ContainsKey("line_items") ? LinkCatalog.Read(state, settings) : link.Items,
        };
        PaymentLinkRules.Check(changed);
        state.Save(changed);
        return changed;
    }

    /// <summary>A member that is sent replaces the whole old one; null takes it away; what is not sent stays.</summary>
    private static JsonObject Merge(SandboxState state, JsonObject current, JsonObject body)
    {
        var settings = current.DeepClone().AsObject();
        foreach (var (name, value) in body.Where(member => !NotSettings.Contains(member.Key, StringComparer.Ordinal)))
        {
            if (value is null)
                settings.Remove(name);
            else
                settings[name] = name switch
                {
                    "line_items" => LinkMembers.Lines(state, value.AsArray(), current["line_items"]?.AsArray()),
                    "custom_fields" => LinkMembers.Questions(state, value.AsArray(), current["custom_fields"]?.AsArray()),
                    "image" => Image(value),
                    _ => value.DeepClone(),
                };
        }

        return settings;
    }

    /// <summary>The hosted API fetches and measures the picture. The sandbox fetches nothing and states a nominal size.</summary>
    private static JsonObject Image(JsonNode input)
    {
        var image = new JsonObject { ["url"] = input["source_url"]!.DeepClone(), ["width"] = 512, ["height"] = 512 };
        foreach (var name in (string[])["alt", "external_reference_id"])
        {
            if (input[name] is { } value)
                image[name] = value.DeepClone();
        }

        return image;
    }
}
