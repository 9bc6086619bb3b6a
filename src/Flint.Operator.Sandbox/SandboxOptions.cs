namespace Flint.Operator.Sandbox;

public sealed record SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public required string DataFile { get; init; }

    /// <summary>How many requests a second one key is answered; the rest gets a 429. Null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The same for all callers together.</summary>
    public int? GlobalRequestsPerSecond { get; init; }

    /// <summary>A refusal does not stay bound to its idempotency key; otherwise it does.</summary>
    public bool ForgetsRefusals { get; init; }

    /// <summary>A 5xx stays bound to its idempotency key; otherwise nothing does, even of work that was done.</summary>
    public bool KeepsServerErrors { get; init; }

    /// <summary>Starts empty. The key and the merchant stay.</summary>
    public bool Reset { get; init; }

    /// <summary>The fault plan that meets the first request, as <c>PUT /_sandbox/faults</c> takes it. Null for a healthy start.</summary>
    public string? Faults { get; init; }

    /// <summary>Adds the demo merchant's links, orders and sessions, once.</summary>
    public bool Demo { get; init; }
}
