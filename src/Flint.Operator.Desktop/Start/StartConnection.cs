namespace Flint.Operator.Desktop.Start;

/// <summary>The API this run talks to.</summary>
/// <param name="BaseAddress">Https, or loopback.</param>
/// <param name="ApiKey">Null when a stored key can no longer be read: the operator is then asked for it again.</param>
/// <param name="IsPractice">Whether the API is the sandbox that runs inside this process.</param>
public sealed record StartConnection(Uri BaseAddress, string? ApiKey, bool IsPractice)
{
    /// <summary>Live and test share one host: the key decides.</summary>
    public static readonly Uri HostedAddress = new("https://api.withflintpay.com");

    /// <summary>The name under which the secret store keeps the key.</summary>
    public const string ApiKeySecret = "api-key";

    /// <summary>Test keys are bound to a sandbox and move no money.</summary>
    public bool IsTest => IsPractice || ApiKey?.StartsWith("flint_test_", StringComparison.Ordinal) == true;

    /// <summary>A record prints its members, and one of these is the key.</summary>
    public override string ToString() => $"{nameof(StartConnection)} {BaseAddress}{(IsPractice ? " (practice)" : "")}";
}
