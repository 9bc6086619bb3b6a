namespace Flint.Operator.Desktop.Start;

/// <summary>The folder of all local state.</summary>
internal sealed record DataFolder(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Secrets => System.IO.Path.Combine(Path, "secrets");

    public string Practice => System.IO.Path.Combine(Path, "practice");

    /// <summary>Practice keeps records of its own: they can never be sent to a real account, nor mixed with its records.</summary>
    public string Database(bool isPractice) => System.IO.Path.Combine(isPractice ? Practice : Path, "operator.db");

    public string Window => System.IO.Path.Combine(Path, "window");

    /// <summary>Null on an account without a home.</summary>
    public static string? DefaultPath()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length == 0 ? null : System.IO.Path.Combine(local, "FlintOperator");
    }

    /// <summary>Makes the folder where it is missing. One that is already there keeps its permissions: it may be the operator's own choice.</summary>
    public static DataFolder Open(string path)
    {
        try
        {
            CreatePrivate(path);
            return new DataFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                ExitCode.BadOption,
                $"The data folder {path} cannot be made or used: name another one with --data or {CommandLine.DataVariable}.",
                e);
        }
    }

    /// <summary>On Windows the profile folder is already private to the account.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>As <see cref="CreatePrivate"/>, and closes a folder of ours that was opened up.</summary>
    public static void EnsurePrivate(string path)
    {
        CreatePrivate(path);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
            File.SetUnixFileMode(path, OwnerOnly);
    }
}
