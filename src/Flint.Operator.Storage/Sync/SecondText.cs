using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Storage.Sync;

/// <summary>Whether a record is a second one: its reference names an operation of this device that made another record.</summary>
internal static class SecondText
{
    /// <summary>A column of a query over <c>entity AS e</c>.</summary>
    public const string IsSecond =
        $"""
        EXISTS (SELECT 1 FROM operation AS maker
            WHERE e.reference = '{Operation.ReferencePrefix}' || maker.id AND maker.id = substr(e.reference, 5) AND maker.lid <> e.lid AND maker.verb LIKE 'create-%') AS is_second
        """;
}
