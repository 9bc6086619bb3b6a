using System.Globalization;

namespace Flint.Operator.Sandbox;

internal static class SandboxCommandLine
{
    public const string Usage = "Usage: Flint.Operator.Sandbox [--port N] [--data FILE]";

    /// <summary>Null when the arguments make no sense.</summary>
    public static SandboxOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new SandboxOptions { DataFile = DefaultDataFile() };
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 >= arguments.Count)
                return null;
            var value = arguments[index + 1];
            switch (arguments[index])
            {
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535:
                    options = options with { Port = port };
                    break;
                case "--data" when value.Length > 0:
                    options = options with { DataFile = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static string DefaultDataFile() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "FlintOperatorSandbox", "sandbox.db");
}
