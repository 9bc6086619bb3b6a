using System.Globalization;

namespace Flint.Operator.Desktop.Start;

/// <summary>
/// One process per data folder: two outboxes over one database would send twice. The lock is the kernel's, so that it ends with
/// the process however the process ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _held;

    private DataFolderLock(FileStream held) => _held = held;

    public static DataFolderLock Take(DataFolder folder)
    {
        // A locked file cannot be read by others on Windows, so the process number has a file of its own.
        var numberFile = Path.Combine(folder.Path, "operator.pid");
        try
        {
            var held = Hold(Path.Combine(folder.Path, "operator.lock"), numberFile);
            File.WriteAllText(numberFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolderLock(held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                ExitCode.BadOption,
                $"The data folder {folder.Path} cannot be written: name another one with --data or {CommandLine.DataVariable}.",
                e);
        }
    }

    private static FileStream Hold(string path, string numberFile)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefusedException(
                ExitCode.AlreadyRunning,
                $"Flint Operator is already running on this data folder{Holder(numberFile)}: use its window, stop it, or name another folder with --data.",
                e);
        }
    }

    public void Dispose() => _held.Dispose();

    private static string Holder(string numberFile)
    {
        try
        {
            return int.TryParse(File.ReadAllText(numberFile), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? string.Create(CultureInfo.InvariantCulture, $" (process {number})")
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The other process is about to write it; the sentence reads well without.
            return "";
        }
    }
}
