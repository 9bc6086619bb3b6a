using System.Globalization;

namespace Flint.Operator.Load;

/// <summary>How hard and how long. The seed repeats what each client means to do, not how their requests meet.</summary>
public sealed record LoadOptions(int Clients = 64, int Seconds = 60, int Seed = 1)
{
    public const string Usage = "Usage: Flint.Operator.Load [--clients 1..256] [--seconds 1..600] [--seed N]";

    /// <summary>Null when the arguments make no sense.</summary>
    public static LoadOptions? Parse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var options = new LoadOptions();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 == arguments.Count || !int.TryParse(arguments[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            switch (arguments[index])
            {
                case "--clients" when number is >= 1 and <= 256: options = options with { Clients = number }; break;
                case "--seconds" when number is >= 1 and <= 600: options = options with { Seconds = number }; break;
                case "--seed": options = options with { Seed = number }; break;
                default: return null;
            }
        }

        return options;
    }
}
