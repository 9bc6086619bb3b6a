using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Practice;

/// <summary>A note beside the practice data that the next start finds: only then is no file of it in use.</summary>
internal sealed class PracticeReset(DataFolder folder)
{
    private readonly string _note = Path.Combine(folder.Practice, "start-over");

    public bool IsAsked => File.Exists(_note);

    public bool Ask(bool isWanted)
    {
        try
        {
            if (isWanted)
                File.WriteAllText(_note, "Practice starts over with the next start of the app.\n");
            else
                File.Delete(_note);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Deletes this device's practice records, their log and their backups. The note goes last, when the practice API is
    /// empty too: a start that dies in between does it all again.
    /// </summary>
    public void ForgetRecords()
    {
        var database = folder.Database(isPractice: true);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder.Practice, Path.GetFileName(database) + "*"))
                File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                ExitCode.DatabaseUnusable, $"Practice was to start over, but its records in {folder.Practice} cannot be deleted: delete {_note} to keep them.", e);
        }
    }
}
