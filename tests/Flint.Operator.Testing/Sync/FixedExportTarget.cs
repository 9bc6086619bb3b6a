using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Testing.Sync;

/// <summary>A head that hands the outbox out at one address.</summary>
public sealed class FixedExportTarget : IExportTarget
{
    public string OutboxAddress => "/outbox.csv";
}
