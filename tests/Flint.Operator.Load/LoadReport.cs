using System.Globalization;
using System.Text;

namespace Flint.Operator.Load;

/// <summary>What was done, how long it took, and what must not have happened.</summary>
public sealed record LoadReport(LoadOptions Options, TimeSpan Took, IReadOnlyList<CallFigures> Calls, LoadTotals Totals, IReadOnlyList<string> Violations)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        var requests = Calls.Sum(call => call.Count);
        text.AppendLine(CultureInfo.InvariantCulture, $"{Options.Clients} clients, {Took.TotalSeconds:F1} s, seed {Options.Seed}: {requests} requests, {requests / Took.TotalSeconds:F0} a second");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Totals.Orders} orders and {Totals.Sessions} sessions, {Totals.Keys} of them told of {Totals.Sends} times under their keys, {Totals.PaidOrders} orders paid");
        foreach (var call in Calls)
            text.AppendLine(CultureInfo.InvariantCulture, $"{call.Name,-10} {call.Count,8}   p50 {call.Median.TotalMilliseconds,7:F1} ms   p99 {call.Worst1.TotalMilliseconds,7:F1} ms   {call.Statuses}");
        foreach (var violation in Violations)
            text.AppendLine(CultureInfo.InvariantCulture, $"VIOLATION {violation}");
        text.Append(CultureInfo.InvariantCulture, $"{Violations.Count} violations");
        return text.ToString();
    }
}
