using System.Globalization;
using System.Text.RegularExpressions;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>The operations as the audit tells them, and nothing else.</summary>
public sealed partial class AuditReplay
{
    private readonly Dictionary<string, AuditedOperation> _told = new(StringComparer.Ordinal);

    /// <summary>What was told so far, by operation.</summary>
    public IReadOnlyDictionary<string, AuditedOperation> Told => _told;

    /// <summary>Begins in the middle: an operation as it stands.</summary>
    public void Begin(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        _told[operation.Id] = AuditedOperation.Of(operation);
    }

    /// <summary>Takes in one line. Says what is wrong where it does not follow from those before it.</summary>
    public string? Read(StoreChange.Audit line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.OperationId is not { } id || Move().Match(line.What) is not { Success: true } move)
        {
            return null;
        }

        var from = _told.TryGetValue(id, out var before) ? before.State.ToString() : "nothing";
        _told[id] = new AuditedOperation(Enum.Parse<OperationState>(move.Groups["to"].Value), Number(move, "generation"), Number(move, "attempt"));
        return move.Groups["from"].Value is var said && (said == from || said == "salvaged") ? null : $"the audit says of {id} \"{line.What}\"; it was {from}";
    }

    private static int Number(Match move, string group) => int.Parse(move.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<from>[A-Za-z]+) -> (?<to>[A-Za-z]+)( by [A-Za-z]+)?, generation (?<generation>[0-9]+), attempt (?<attempt>[0-9]+)$")]
    private static partial Regex Move();
}
