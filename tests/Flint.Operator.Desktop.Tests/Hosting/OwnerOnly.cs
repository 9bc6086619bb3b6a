namespace Flint.Operator.Desktop.Tests.Hosting;

/// <summary>Windows keeps the profile folder private as a whole, so there is no mode to look at.</summary>
internal static class OwnerOnly
{
    public static void AssertFile(string path) => AssertMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    public static void AssertFolder(string path) => AssertMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void AssertMode(string path, UnixFileMode expected)
    {
        if (OperatingSystem.IsWindows())
            Assert.True(Path.Exists(path));
        else
            Assert.Equal(expected, File.GetUnixFileMode(path));
    }
}
