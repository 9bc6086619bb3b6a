using System.Runtime.InteropServices;

namespace Flint.Operator.Desktop.Device;

/// <summary>Looks for a browser that can show a page as a window of its own: Edge, Chrome or Chromium.</summary>
internal sealed class InstalledBrowsers(OSPlatform system, Func<string, string?> environment, Func<string, bool> exists)
{
    private static readonly string[] LinuxNames = ["microsoft-edge-stable", "microsoft-edge", "google-chrome-stable", "google-chrome", "chromium"];
    private static readonly string[] LinuxFolders = ["/usr/bin", "/usr/local/bin", "/opt/microsoft/msedge", "/opt/google/chrome"];
    private static readonly string[] MacNames = ["Microsoft Edge", "Google Chrome", "Chromium"];
    private static readonly string[] WindowsPaths = [@"Microsoft\Edge\Application\msedge.exe", @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe"];
    private static readonly string[] WindowsRoots = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"];

    public OSPlatform System => system;

    public static InstalledBrowsers OfThisMachine { get; } = new(ThisSystem(), Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>Null when there is none.</summary>
    public string? FindFirst() => Candidates().FirstOrDefault(exists);

    private IEnumerable<string> Candidates()
    {
        if (system == OSPlatform.Windows)
            return from path in WindowsPaths from root in Variables(WindowsRoots) select $@"{root}\{path}";

        if (system == OSPlatform.OSX)
        {
            string[] roots = ["/Applications", .. Variables(["HOME"]).Select(home => $"{home}/Applications")];
            return from name in MacNames from root in roots select $"{root}/{name}.app/Contents/MacOS/{name}";
        }

        // A snap may read neither our data folder nor the temporary one, so it could not open the redirect file.
        var folders = Variables(["PATH"]).SelectMany(path => path.Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Where(folder => !folder.StartsWith("/snap/", StringComparison.Ordinal));
        return from name in LinuxNames from folder in folders.Concat(LinuxFolders).Distinct(StringComparer.Ordinal) select $"{folder.TrimEnd('/')}/{name}";
    }

    private IEnumerable<string> Variables(IEnumerable<string> names) => names.Select(environment).OfType<string>().Where(value => value.Length > 0);

    private static OSPlatform ThisSystem() =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
}
