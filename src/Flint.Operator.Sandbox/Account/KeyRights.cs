using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Account;

/// <summary>What the sandbox's key may do: everything, until somebody wants to see how a key with fewer rights fares.</summary>
internal sealed class KeyRights(SandboxDatabase database)
{
    private const string Setting = "key_scopes";

    private IReadOnlyList<string>? _scopes;

    public async Task<IReadOnlyList<string>> LoadAsync(CancellationToken cancellationToken) =>
        _scopes ??= await database.RunAsync(Read, cancellationToken);

    public async Task SetAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        await database.RunAsync(
            state =>
            {
                state.SaveSetting(Setting, string.Join(' ', scopes));
                return true;
            },
            cancellationToken);
        _scopes = scopes;
    }

    public async Task RequireAsync(HttpContext http)
    {
        var needed = ApiScopes.NeededFor(http.Request);
        if (needed.Count > 0 && !needed.Intersect(await LoadAsync(http.RequestAborted), StringComparer.Ordinal).Any())
            throw Refusal(needed);
    }

    private static IReadOnlyList<string> Read(SandboxState state) =>
        state.Setting(Setting) is { } text ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : ApiScopes.All;

    private static ApiProblemException Refusal(IReadOnlyList<string> needed) =>
        new(403, "authorization_error", "INSUFFICIENT_SCOPE", $"This key lacks {string.Join(" or ", needed)}.")
        {
            ErrorSource = "merchant",
            NextSteps = "Use a key that has the missing scope.",
            Context = new JsonObject
            {
                ["missing_scopes"] = Names(needed),
                ["scope_requirement"] = new JsonObject { ["mode"] = needed.Count > 1 ? "any" : "all", ["scopes"] = Names(needed) },
            },
        };

    private static JsonArray Names(IReadOnlyList<string> scopes) => [.. scopes.Select(scope => (JsonNode)scope)];
}
