namespace Flint.Operator.Sandbox;

public sealed record SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public required string DataFile { get; init; }

    /// <summary>How many requests a second are answered; the rest gets a 429. At least 10; null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }
}
