using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>A link that was changed here and at the API: the three values of each field, and which one shall count.</summary>
public sealed partial class ConflictViewModel : ObservableObject, IDisposable
{
    private readonly IPaymentLinkStore _links;
    private readonly PaymentLinkOperations _operations;
    private readonly LiveQuery _query;
    private string _lid = "";

    public ConflictViewModel(IPaymentLinkStore links, PaymentLinkOperations operations, ChangeFeed feed)
    {
        _links = links;
        _operations = operations;
        _query = new LiveQuery(feed, lids => lids.Contains(_lid), ReadAsync);
    }

    /// <summary>Empty when there is nothing to settle any more.</summary>
    [ObservableProperty]
    public partial IReadOnlyList<ConflictField> Fields { get; private set; } = [];

    /// <summary>Set when the tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    public Task LoadAsync(string lid, CancellationToken cancellationToken)
    {
        _lid = lid;
        return _query.ReadAsync(cancellationToken);
    }

    public void Dispose() => _query.Dispose();

    [RelayCommand]
    private async Task SettleAsync(bool mineWins, CancellationToken cancellationToken) =>
        Failure = await _operations.SettleAsync(_lid, mineWins, cancellationToken) is var outcome and not SaveOutcome.Saved ? outcome : null;

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Fields = await _links.FindAsync(_lid, cancellationToken)
            is { Snapshot: { } snapshot, OpenEdit: { State: OperationState.Conflict, Intent: OperationIntent.UpdatePaymentLink edit } }
            ? Compare(edit, PaymentLinkDraft.Of(snapshot))
            : [];

    // Flint may have gone back to the old value since: then the fields that were changed here are what there is to decide.
    private static IReadOnlyList<ConflictField> Compare(OperationIntent.UpdatePaymentLink edit, PaymentLinkDraft theirs)
    {
        var conflicts = PaymentLinkEdit.Conflicts(edit, theirs);
        var fields = conflicts.Count > 0 ? conflicts : PaymentLinkEdit.Changed(edit.Base, edit.Mine);
        return [.. fields.Select(field => new ConflictField(field, edit.Base, edit.Mine, theirs))];
    }
}
