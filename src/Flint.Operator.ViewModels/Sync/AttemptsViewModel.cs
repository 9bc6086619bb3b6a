using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Sync;

/// <summary>Every attempt of one operation, for whoever is asked why it is still here.</summary>
public sealed partial class AttemptsViewModel : ObservableObject, IDisposable
{
    private readonly IOutboxStore _outbox;
    private readonly LiveQuery _query;
    private string _operationId = "";

    public AttemptsViewModel(IOutboxStore outbox, ChangeFeed feed)
    {
        _outbox = outbox;
        _query = new LiveQuery(feed, _ => true, ReadAsync);
    }

    [ObservableProperty]
    public partial IReadOnlyList<Attempt> Attempts { get; private set; } = [];

    public Task LoadAsync(string operationId, CancellationToken cancellationToken)
    {
        _operationId = operationId;
        return _query.ReadAsync(cancellationToken);
    }

    public void Dispose() => _query.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken) => Attempts = await _outbox.ListAttemptsAsync(_operationId, cancellationToken);
}
