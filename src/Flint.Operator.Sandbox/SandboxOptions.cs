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

    /// <summary>Starts empty. The key and the merchant stay.</summary>
    public bool Reset { get; init; }

    /// <summary>Adds the demo merchant's links, orders and sessions, once.</summary>
    public bool Demo { get; init; }
}
