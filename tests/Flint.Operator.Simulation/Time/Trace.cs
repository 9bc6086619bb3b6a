using System.Globalization;

namespace Flint.Operator.Simulation.Time;

/// <summary>What happened, one line each. Only histories that somebody reads have one.</summary>
internal sealed class Trace(VirtualTime time)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Write(FormattableString what) =>
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{time.Now:d\\.hh\\:mm\\:ss\\.fff} {what.ToString(CultureInfo.InvariantCulture)}"));
}
