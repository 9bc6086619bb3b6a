namespace Flint.Operator.Sandbox;

public sealed record SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public required string DataFile { get; init; }
}
