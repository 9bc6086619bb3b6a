using System.Collections.Concurrent;
using System.Globalization;

namespace Flint.Operator.Load;

/// <summary>Times of all clients' requests.</summary>
internal sealed class Stopwatches
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(TimeSpan Took, int Status)>> _calls = new(StringComparer.Ordinal);

    public void Note(string name, TimeSpan took, int status) => _calls.GetOrAdd(name, _ => new()).Enqueue((took, status));

    /// <summary>Answers that say the server itself failed.</summary>
    public int Failures => _calls.Values.Sum(call => call.Count(answer => answer.Status >= 500));

    public IReadOnlyList<CallFigures> Figures() =>
        [.. _calls.OrderBy(call => call.Key, StringComparer.Ordinal).Select(call =>
        {
            var sorted = call.Value.Select(answer => answer.Took).Order().ToArray();
            var statuses = call.Value.GroupBy(answer => answer.Status).OrderBy(group => group.Key)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count()}"));
            return new CallFigures(call.Key, sorted.Length, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], string.Join(", ", statuses));
        })];
}
