using System.Globalization;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Practice;

/// <summary>The port of the last run. Losing it costs a printed practice code, so no trouble with it stops the app.</summary>
internal sealed class PracticePort(DataFolder folder)
{
    private readonly string _path = Path.Combine(folder.Practice, "port");

    /// <summary>0, which is any free port, when there was no last run.</summary>
    public int Recall()
    {
        try
        {
            return int.TryParse(File.ReadAllText(_path), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    public void Remember(int port)
    {
        try
        {
            File.WriteAllText(_path, port.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run then takes any free port.
        }
    }
}
