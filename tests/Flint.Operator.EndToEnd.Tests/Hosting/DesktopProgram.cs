namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The real desktop head on a data folder.</summary>
internal sealed class DesktopProgram(ChildProgram program, Uri address) : IAsyncDisposable
{
    /// <summary>With the single-use start token.</summary>
    public Uri Address { get; } = address;

    public static async Task<DesktopProgram> StartAsync(string folder, Uri apiAddress, string apiKey)
    {
        const string Ready = "Flint Operator ready: ";
        var (program, line) = await ChildProgram.StartAsync(
            Programs.Desktop,
            Ready,
            ["--port", "0", "--no-browser", "--data", folder],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FLINT_OPERATOR_BASE_URL"] = apiAddress.ToString(), ["FLINT_OPERATOR_API_KEY"] = apiKey });
        return new DesktopProgram(program, new Uri(line[Ready.Length..]));
    }

    public Task KillAsync() => program.KillAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
