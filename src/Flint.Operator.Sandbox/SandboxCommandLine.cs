using System.Globalization;

namespace Flint.Operator.Sandbox;

internal static class SandboxCommandLine
{
    public const string Usage = """
        Usage: Flint.Operator.Sandbox [options]
          --port N         port on 127.0.0.1; 0, the default, takes any free one
          --data FILE      file that holds the state
          --reset          start empty; the API key stays the same
          --demo           add a demo merchant: links, orders and sessions in several states
          --forget-refusals
                           a refused body leaves its idempotency key free
          --keep-server-errors
                           a 5xx stays bound to its idempotency key
          --faults PLAN    what goes wrong from the first request on: JSON, as PUT /_sandbox/faults takes it
          --key-rate N     requests a second that one key is answered
          --global-rate N  requests a second that all callers together are answered
        """;

    /// <summary>Null when the arguments make no sense.</summary>
    public static SandboxOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new SandboxOptions { DataFile = DefaultDataFile() };
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            if (Take(options, name, rest) is not { } taken)
                return null;
            options = taken;
        }

        return options;
    }

    private static SandboxOptions? Take(SandboxOptions options, string name, Queue<string> rest) => name switch
    {
        "--reset" => options with { Reset = true },
        "--demo" => options with { Demo = true },
        "--forget-refusals" => options with { ForgetsRefusals = true },
        "--keep-server-errors" => options with { KeepsServerErrors = true },
        "--port" when Number(rest) is { } port and <= 65_535 => options with { Port = port },
        "--key-rate" when Number(rest) is { } rate and > 0 => options with { RequestsPerSecond = rate },
        "--global-rate" when Number(rest) is { } rate and > 0 => options with { GlobalRequestsPerSecond = rate },
        "--faults" when rest.TryDequeue(out var plan) && plan.Length > 0 => options with { Faults = plan },
        "--data" when rest.TryDequeue(out var file) && file.Length > 0 => options with { DataFile = file },
        _ => null,
    };

    private static int? Number(Queue<string> rest) =>
        rest.TryDequeue(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string DefaultDataFile() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "FlintOperatorSandbox", "sandbox.db");
}
