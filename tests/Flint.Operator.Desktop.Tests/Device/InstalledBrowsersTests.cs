using System.Runtime.InteropServices;
using Flint.Operator.Desktop.Device;

namespace Flint.Operator.Desktop.Tests.Device;

public sealed class InstalledBrowsersTests
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["PATH"] = "/home/op/bin:/usr/bin/:/snap/bin",
        ["HOME"] = "/Users/op",
        ["ProgramFiles"] = @"C:\Program Files",
        ["ProgramFiles(x86)"] = @"C:\Program Files (x86)",
        ["LOCALAPPDATA"] = @"C:\Users\op\AppData\Local",
    };

    [Theory]
    [InlineData("LINUX", "/usr/bin/chromium", "/usr/bin/chromium")]
    [InlineData("LINUX", "/home/op/bin/chromium", "/home/op/bin/chromium")]
    [InlineData("LINUX", "/opt/google/chrome/google-chrome", "/opt/google/chrome/google-chrome")]
    [InlineData("LINUX", "/usr/bin/chromium|/usr/bin/google-chrome-stable", "/usr/bin/google-chrome-stable")]
    [InlineData("LINUX", "/usr/bin/google-chrome|/usr/bin/microsoft-edge", "/usr/bin/microsoft-edge")]
    [InlineData("LINUX", "/snap/bin/chromium", null)]
    [InlineData("OSX", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData("OSX", "/Users/op/Applications/Chromium.app/Contents/MacOS/Chromium", "/Users/op/Applications/Chromium.app/Contents/MacOS/Chromium")]
    [InlineData("WINDOWS", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")]
    [InlineData("WINDOWS", @"C:\Users\op\AppData\Local\Google\Chrome\Application\chrome.exe", @"C:\Users\op\AppData\Local\Google\Chrome\Application\chrome.exe")]
    [InlineData("WINDOWS", "", null)]
    public void FindFirst_OnASystem_FindsTheBestThatIsThere(string system, string installed, string? expected)
    {
        var browsers = new InstalledBrowsers(
            OSPlatform.Create(system),
            name => Variables.GetValueOrDefault(name),
            path => installed.Split('|').Contains(path, StringComparer.Ordinal));

        Assert.Equal(expected, browsers.FindFirst());
    }

    [Fact]
    public void FindFirst_WithoutVariables_StillLooksInTheUsualPlaces() =>
        Assert.Equal("/usr/bin/chromium", new InstalledBrowsers(OSPlatform.Linux, _ => null, path => path is "/usr/bin/chromium").FindFirst());
}
