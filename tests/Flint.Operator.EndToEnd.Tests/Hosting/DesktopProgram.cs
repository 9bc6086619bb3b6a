namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The real desktop head on a data folder.</summary>
internal sealed class DesktopProgram(ChildProgram program, Uri address) : IAsyncDisposable
{
    /// <summary>With the single-use start token.</summary>
    public Uri Address { get; } = address;

    public static Task<DesktopProgram> StartAsync(string folder, Uri apiAddress, string apiKey) => StartAsync(
        folder,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["FLINT_OPERATOR_BASE_URL"] = apiAddress.ToString(), ["FLINT_OPERATOR_API_KEY"] = apiKey });

    /// <summary>As somebody starts it who has no key yet.</summary>
    public static Task<DesktopProgram> PractiseAsync(string folder, int? practicePort = null) =>
        StartAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), practicePort is { } port ? ["--practice-port", $"{port}"] : []);

    public Task KillAsync() => program.KillAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private static async Task<DesktopProgram> StartAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        const string Ready = "Flint Operator ready: ";
        var (program, line) = await ChildProgram.StartAsync(Programs.Desktop, Ready, ["--port", "0", "--no-browser", "--data", folder, .. more], environment);
        return new DesktopProgram(program, new Uri(line[Ready.Length..]));
    }
}
