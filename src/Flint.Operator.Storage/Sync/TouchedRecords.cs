using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Storage.Sync;

/// <summary>Collects the local ids that a commit concerns; a session also concerns the order it is shown with.</summary>
internal sealed class TouchedRecords
{
    private readonly HashSet<string> _lids = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Lids => _lids;

    public void Add(string lid, string? parentLid)
    {
        _lids.Add(lid);
        if (parentLid is not null)
        {
            _lids.Add(parentLid);
        }
    }

    public void Add(Operation operation) => Add(operation.Lid, operation.Aggregate);
}
