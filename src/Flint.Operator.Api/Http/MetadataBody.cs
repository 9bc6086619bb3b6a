using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Api.Http;

// For people who look at the record in Flint's dashboard. It cannot be searched there and decides nothing here.
internal sealed record MetadataBody(string? Operator, string App)
{
    private static readonly string AppName = "flint-operator/" + typeof(MetadataBody).Assembly.GetName().Version?.ToString(3);

    public static MetadataBody Of(Operation operation) =>
        new(string.IsNullOrWhiteSpace(operation.OperatorName) ? null : operation.OperatorName, AppName);
}
