using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>
/// What a 5xx leaves under the key of its write, by the policy in force: itself, or nothing at all. A key that an earlier
/// request has bound stays as it was: a failure takes nothing back.
/// </summary>
internal sealed class ServerErrors(KeyPolicy policy, SandboxDatabase database)
{
    public async Task NoteAsync(HttpContext http, ApiProblemException problem)
    {
        if (IdempotencyKeys.InForce(http) is not { } key)
            return;
        var body = policy.KeepsServerErrors ? await RequestBody.ReadAgainAsync(http) : [];
        await database.RunAsync(
            state =>
            {
                state.ForgetKey(key);
                if (policy.KeepsServerErrors)
                    IdempotentWork.Keep(state, key, IdempotentWork.Fingerprint(http.Request.Method, http.Request.Path.Value ?? "", body), ApiReply.Refused(problem));
                return true;
            },
            http.RequestAborted);
    }

    /// <summary>Whether an earlier request has left something under the key of this one.</summary>
    public async Task<bool> IsBoundAsync(HttpContext http) => await FindAsync(http) is not null;

    /// <summary>Whether a 5xx that was kept answers this write, before anything can go wrong once more.</summary>
    public async Task<bool> IsKnownAsync(HttpContext http) => policy.KeepsServerErrors && await FindAsync(http) is { Status: >= 500 };

    private async Task<IdempotencyRow?> FindAsync(HttpContext http) =>
        IdempotencyKeys.InForce(http) is { } key ? await database.RunAsync(state => IdempotentWork.Find(state, key), http.RequestAborted) : null;
}
