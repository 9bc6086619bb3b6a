namespace Flint.Operator.Sandbox.Http;

/// <summary>
/// What stays bound to an idempotency key where the contract leaves it open (1.5). The default is the harder one on a client: a
/// refusal stays, so that a repaired body needs a new key; a 5xx does not, so that work which was done all the same is done
/// once more by whoever sends it again without a look.
/// </summary>
internal sealed class KeyPolicy(SandboxOptions options)
{
    public bool KeepsRefusals { get; set; } = !options.ForgetsRefusals;

    public bool KeepsServerErrors { get; set; } = options.KeepsServerErrors;
}
