using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>Charges one buyer: an amount from the keypad, named lines, or both. Also corrects an order that the API refused, and changes one that waits.</summary>
public sealed partial class NewCheckoutViewModel : ObservableObject
{
    private readonly CheckoutOperations _operations;
    private readonly IOperatorStore _store;
    private readonly ICheckoutStore _checkouts;
    private readonly ISettingsStore _settings;
    private readonly ChargeAdvice _advice;
    private ChargeTarget _target = new ChargeTarget.New();
    private string _saleName = "";

    public NewCheckoutViewModel(CheckoutOperations operations, IOperatorStore store, ICheckoutStore checkouts, ISettingsStore settings, ChargeAdvice advice)
    {
        _operations = operations;
        _store = store;
        _checkouts = checkouts;
        _settings = settings;
        _advice = advice;
        Keyed.PropertyChanged += (_, _) => Changed();
        Extras.PropertyChanged += (_, _) => Changed();
    }

    /// <summary>What the keypad holds: a line of its own that is charged with the others.</summary>
    public KeyedAmount Keyed { get; } = new();

    /// <summary>The named line that is typed at the moment.</summary>
    public LineFields NewLine { get; } = new();

    /// <summary>Discount, tip and notes.</summary>
    public ChargeExtras Extras { get; } = new();

    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Lines), nameof(Sums), nameof(CanCharge))]
    public partial IReadOnlyList<LineItem> LineItems { get; private set; } = [];

    [ObservableProperty]
    public partial IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What to ask before this is charged; gone when anything is changed.</summary>
    [ObservableProperty]
    public partial ChargeHint? Hint { get; private set; }

    /// <summary>Set when the tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    /// <summary>The checkout's local id once it is durable.</summary>
    [ObservableProperty]
    public partial string? SavedLid { get; private set; }

    /// <summary>What the API said against the order that is being corrected.</summary>
    [ObservableProperty]
    public partial ApiProblem? Refusal { get; private set; }

    public IReadOnlyList<CheckoutLine> Lines => [.. LineItems.Select(CheckoutLine.Of)];

    public ChargeSums Sums => ChargeSums.Of(Draft(), Keyed.Currency);

    public bool CanCharge => Draft() is not null && ShareErrors.Count == 0;

    /// <param name="names">What the buyer reads where nothing was typed.</param>
    /// <param name="refusedOperationId">The refused operation to correct; null for a new charge.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadAsync(ChargeNames names, string? refusedOperationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        (_saleName, Extras.DiscountName) = (names.Sale, names.Discount);
        var current = await _settings.LoadAsync(cancellationToken);
        Keyed.Start(current.Currency, current);
        if (refusedOperationId is not null
            && await _store.FindOperationAsync(refusedOperationId, cancellationToken) is { State: OperationState.Refused, Intent: OperationIntent.CreateOrder { Draft: var draft } } refused)
        {
            _target = new ChargeTarget.Refused(refusedOperationId);
            Refusal = refused.Problem;
            Prefill(draft, current);
        }
    }

    /// <param name="names">What the buyer reads where nothing was typed.</param>
    /// <param name="lid">A checkout that was never sent.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadForChangeAsync(ChargeNames names, string lid, CancellationToken cancellationToken)
    {
        await LoadAsync(names, null, cancellationToken);
        _target = new ChargeTarget.Waiting(lid);
        if (await _checkouts.FindAsync(lid, cancellationToken) is { Order: { Creation.CanBeEdited: true, Draft: var draft } })
        {
            Prefill(draft, await _settings.LoadAsync(cancellationToken));
        }
        else
        {
            Failure = new SaveOutcome.TooLate();
        }
    }

    public FieldError? ErrorFor(string field) => AllErrors.FirstOrDefault(error => error.Field == field);

    public IEnumerable<FieldError> AllErrors => Errors.Concat(ShareErrors).Concat(Keyed.Error is { } unread ? [unread] : []);

    private IReadOnlyList<FieldError> ShareErrors => Extras.ShareErrors(Draft(), Keyed.Entry);

    /// <summary>Makes the keyed amount a line, so that another one can be keyed.</summary>
    [RelayCommand]
    private void AddEntry()
    {
        if (Keyed.Entry.Money.Minor > 0)
        {
            LineItems = [.. LineItems, KeyedLine()];
            Keyed.ClearCommand.Execute(null);
        }
    }

    [RelayCommand]
    private void AddLine()
    {
        (var line, Errors) = LineInput.Read(NewLine, Keyed.Entry);
        if (line is not null)
        {
            LineItems = [.. LineItems, line];
            NewLine.Clear();
        }
    }

    [RelayCommand]
    private void RemoveLine(int index) => LineItems = [.. LineItems.Where((_, i) => i != index)];

    /// <summary>Charges, or asks about it first: once, and only about a new charge.</summary>
    [RelayCommand]
    private async Task ChargeAsync(CancellationToken cancellationToken)
    {
        if (Draft() is not { } draft || Extras.Unreadable(Keyed.Currency).Count > 0)
        {
            Errors = Draft() is null ? [new FieldError("amount", FieldProblem.NotPositive)] : [];
            return;
        }

        Hint = _target is ChargeTarget.New ? await _advice.OnAsync(draft, cancellationToken) : null;
        if (Hint is null)
        {
            await SaveAsync(draft, cancellationToken);
        }
    }

    /// <summary>The answer to <see cref="Hint"/>: it is meant as it stands.</summary>
    [RelayCommand]
    private Task ChargeAnywayAsync(CancellationToken cancellationToken) => Draft() is { } draft ? SaveAsync(draft, cancellationToken) : Task.CompletedTask;

    [RelayCommand]
    private void DropHint() => Hint = null;

    private async Task SaveAsync(CheckoutDraft draft, CancellationToken cancellationToken)
    {
        Hint = null;
        var outcome = await _target.SaveAsync(_operations, draft, cancellationToken);
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved or SaveOutcome.TooLate ? outcome : null;
        SavedLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }

    // A question and a refusal were about what is not there any more.
    private void Changed()
    {
        Hint = null;
        Errors = [];
        OnPropertyChanged(nameof(Sums));
    }

    partial void OnLineItemsChanged(IReadOnlyList<LineItem> value) => Changed();

    // The order keeps its own currency, whatever the counter was set to since: one currency per order.
    private void Prefill(CheckoutDraft draft, OperatorSettings current)
    {
        Keyed.Start(draft.LineItems[0].UnitPriceMoney.Currency, current);
        LineItems = draft.LineItems;
        Extras.Take(draft);
    }

    private CheckoutDraft? Draft()
    {
        IReadOnlyList<LineItem> lines = Keyed.Entry.Money.Minor > 0 ? [.. LineItems, KeyedLine()] : LineItems;
        return lines.Count == 0 ? null : Extras.With(lines, Keyed.Currency);
    }

    private LineItem KeyedLine() => new(_saleName, 1, Keyed.Entry.Money);
}
