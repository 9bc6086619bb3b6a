using Flint.Operator.Simulation.People;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>24: no secret, key, pay URL or personal data in the logs. Everything typed, and the key, carries a canary.</summary>
internal sealed class LogCheck : Check
{
    private static readonly string[] Forbidden = [Typing.Canary, "checkout_token", "https://checkout."];

    public override void Logged(TimeSpan at, string line)
    {
        foreach (var word in Forbidden)
        {
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                Violate(24, at, $"the log says \"{line}\"");
            }
        }
    }
}
