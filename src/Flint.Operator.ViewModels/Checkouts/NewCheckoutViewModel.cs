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
    private ChargeTarget _target = new ChargeTarget.New();
    private string _saleName = "";

    public NewCheckoutViewModel(CheckoutOperations operations, IOperatorStore store, ICheckoutStore checkouts, ISettingsStore settings)
    {
        _operations = operations;
        _store = store;
        _checkouts = checkouts;
        _settings = settings;
        Extras.PropertyChanged += (_, _) => OnPropertyChanged(nameof(Total));
    }

    /// <summary>The named line that is typed at the moment.</summary>
    public LineFields NewLine { get; } = new();

    /// <summary>Discount, tip and notes.</summary>
    public ChargeExtras Extras { get; } = new();

    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Lines), nameof(Total), nameof(CanCharge))]
    public partial IReadOnlyList<LineItem> LineItems { get; private set; } = [];

    /// <summary>What the keypad holds: a line of its own that is charged with the others.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(EntryText), nameof(Total), nameof(CanCharge))]
    public partial AmountEntry Entry { get; private set; } = AmountEntry.Start(Currency.Of("USD"), true, DraftLimits.ApiMaximumMinor);

    [ObservableProperty]
    public partial IReadOnlyList<FieldError> Errors { get; private set; } = [];

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

    public string EntryText => Format(Entry.Money);

    public string Subtotal => Format(Draft()?.Subtotal);

    /// <summary>What the discount takes off; null without one.</summary>
    public string? Discount => Draft() is { Discount: not null } draft ? Format(draft.EstimatedDiscount with { Minor = -draft.EstimatedDiscount.Minor }) : null;

    public string? Tip => Draft() is { EstimatedTip: { Minor: > 0 } tip } ? Format(tip) : null;

    public string Total => Format(Draft()?.EstimatedTotal);

    public bool CanCharge => Draft() is not null && ShareErrors.Count == 0;

    /// <param name="names">What the buyer reads where nothing was typed.</param>
    /// <param name="refusedOperationId">The refused operation to correct; null for a new charge.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadAsync(ChargeNames names, string? refusedOperationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        (_saleName, Extras.DiscountName) = (names.Sale, names.Discount);
        var current = await _settings.LoadAsync(cancellationToken);
        Entry = AmountEntry.Start(current.Currency, current.CentsFirst, current.MaximumMinor);
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

    public FieldError? ErrorFor(string field) => Errors.Concat(ShareErrors).FirstOrDefault(error => error.Field == field);

    // A discount larger than the lines is shown where it is typed, not only once the button was tapped.
    private IReadOnlyList<FieldError> ShareErrors =>
    [
        .. Extras.Unreadable(Entry.Currency),
        .. Draft()?.Validate(new DraftLimits(Entry.MaximumMinor)).Where(error => error.Field.StartsWith("discount", StringComparison.Ordinal) || error.Field.StartsWith("tip", StringComparison.Ordinal)) ?? [],
    ];

    [RelayCommand]
    private void PressDigit(int digit) => Entry = Entry.Digit(digit);

    [RelayCommand]
    private void PressDecimal() => Entry = Entry.DecimalSign();

    [RelayCommand]
    private void PressBackspace() => Entry = Entry.Backspace();

    [RelayCommand]
    private void ClearEntry() => Entry = Entry.Clear();

    /// <summary>Takes an amount that was typed or pasted into the keypad's field.</summary>
    [RelayCommand]
    private void TypeEntry(string? text)
    {
        var (money, error) = AmountField.Read("amount", text, Entry.Currency);
        Errors = error is null || error.Problem == FieldProblem.Required ? [] : [error];
        Entry = money is null ? Entry.Clear() : Entry.Holding(money);
        if (money is not null && Entry.Money != money)
        {
            Errors = [new FieldError("amount", FieldProblem.TooLarge, Entry.MaximumMinor)];
        }
    }

    /// <summary>Makes the keyed amount a line, so that another one can be keyed.</summary>
    [RelayCommand]
    private void AddEntry()
    {
        if (Entry.Money.Minor > 0)
        {
            LineItems = [.. LineItems, KeyedLine()];
            Entry = Entry.Clear();
        }
    }

    [RelayCommand]
    private void AddLine()
    {
        (var line, Errors) = LineInput.Read(NewLine, Entry);
        if (line is not null)
        {
            LineItems = [.. LineItems, line];
            NewLine.Clear();
        }
    }

    [RelayCommand]
    private void RemoveLine(int index) => LineItems = [.. LineItems.Where((_, i) => i != index)];

    [RelayCommand]
    private async Task ChargeAsync(CancellationToken cancellationToken)
    {
        if (Draft() is not { } draft || Extras.Unreadable(Entry.Currency).Count > 0)
        {
            Errors = Draft() is null ? [new FieldError("amount", FieldProblem.NotPositive)] : [];
            return;
        }

        var outcome = await _target.SaveAsync(_operations, draft, cancellationToken);
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved or SaveOutcome.TooLate ? outcome : null;
        SavedLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }

    // The order keeps its own currency, whatever the counter was set to since: one currency per order.
    private void Prefill(CheckoutDraft draft, OperatorSettings current)
    {
        Entry = AmountEntry.Start(draft.LineItems[0].UnitPriceMoney.Currency, current.CentsFirst, current.MaximumMinor);
        LineItems = draft.LineItems;
        Extras.Take(draft);
    }

    private CheckoutDraft? Draft()
    {
        IReadOnlyList<LineItem> lines = Entry.Money.Minor > 0 ? [.. LineItems, KeyedLine()] : LineItems;
        return lines.Count == 0 ? null : Extras.With(lines, Entry.Currency);
    }

    private LineItem KeyedLine() => new(_saleName, 1, Entry.Money);

    private string Format(Money? money) => MoneyFormat.Format(money ?? Money.Zero(Entry.Currency), CultureInfo.CurrentCulture);
}
