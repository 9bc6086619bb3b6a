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
public sealed partial class NewCheckoutViewModel(CheckoutOperations operations, IOperatorStore store, ICheckoutStore checkouts, ISettingsStore settings) : ObservableObject
{
    private string? _refusedOperationId;
    private string? _changedLid;
    private string _keyedLineName = "";

    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Lines), nameof(Subtotal), nameof(Tip), nameof(Total), nameof(CanCharge))]
    public partial IReadOnlyList<LineItem> LineItems { get; private set; } = [];

    /// <summary>What the keypad holds: a line of its own that is charged with the others.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(EntryText), nameof(Subtotal), nameof(Tip), nameof(Total), nameof(CanCharge))]
    public partial AmountEntry Entry { get; private set; } = AmountEntry.Start(Currency.Of("USD"), true, DraftLimits.ApiMaximumMinor);

    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Tip), nameof(Total))]
    public partial int? TipPercent { get; set; }

    [ObservableProperty]
    public partial string LineName { get; set; } = "";

    [ObservableProperty]
    public partial string LineQuantity { get; set; } = "1";

    [ObservableProperty]
    public partial string LinePrice { get; set; } = "";

    [ObservableProperty]
    public partial string Note { get; set; } = "";

    [ObservableProperty]
    public partial string CustomerReference { get; set; } = "";

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

    public string? Tip => TipPercent is null ? null : Format(Draft()?.EstimatedTip);

    public string Total => Format(Draft()?.EstimatedTotal);

    public bool CanCharge => Draft() is not null;

    /// <param name="keyedLineName">What the buyer reads for an amount from the keypad.</param>
    /// <param name="refusedOperationId">The refused operation to correct; null for a new charge.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadAsync(string keyedLineName, string? refusedOperationId, CancellationToken cancellationToken)
    {
        _keyedLineName = keyedLineName;
        var current = await settings.LoadAsync(cancellationToken);
        Entry = AmountEntry.Start(current.Currency, current.CentsFirst, current.MaximumMinor);
        if (refusedOperationId is not null
            && await store.FindOperationAsync(refusedOperationId, cancellationToken) is { State: OperationState.Refused, Intent: OperationIntent.CreateOrder { Draft: var draft } } refused)
        {
            _refusedOperationId = refusedOperationId;
            Refusal = refused.Problem;
            Prefill(draft, current);
        }
    }

    /// <param name="keyedLineName">What the buyer reads for an amount from the keypad.</param>
    /// <param name="lid">A checkout that was never sent.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadForChangeAsync(string keyedLineName, string lid, CancellationToken cancellationToken)
    {
        await LoadAsync(keyedLineName, null, cancellationToken);
        _changedLid = lid;
        if (await checkouts.FindAsync(lid, cancellationToken) is { Order: { Creation.CanBeEdited: true, Draft: var draft } })
        {
            Prefill(draft, await settings.LoadAsync(cancellationToken));
        }
        else
        {
            Failure = new SaveOutcome.TooLate();
        }
    }

    public FieldError? ErrorFor(string field) => Errors.FirstOrDefault(error => error.Field == field);

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
        (var line, Errors) = LineInput.Read(LineName, LineQuantity, LinePrice, Entry);
        if (line is not null)
        {
            LineItems = [.. LineItems, line];
            (LineName, LineQuantity, LinePrice) = ("", "1", "");
        }
    }

    [RelayCommand]
    private void RemoveLine(int index) => LineItems = [.. LineItems.Where((_, i) => i != index)];

    [RelayCommand]
    private async Task ChargeAsync(CancellationToken cancellationToken)
    {
        if (Draft() is not { } draft)
        {
            Errors = [new FieldError("amount", FieldProblem.NotPositive)];
            return;
        }

        var outcome = (_changedLid, _refusedOperationId) switch
        {
            ({ } lid, _) => await operations.EditAsync(lid, draft, cancellationToken),
            (_, { } refused) => await operations.CorrectAsync(refused, draft, cancellationToken),
            _ => await operations.ChargeAsync(draft, cancellationToken),
        };
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved or SaveOutcome.TooLate ? outcome : null;
        SavedLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }

    // The order keeps its own currency, whatever the counter was set to since: one currency per order.
    private void Prefill(CheckoutDraft draft, OperatorSettings current)
    {
        Entry = AmountEntry.Start(draft.LineItems[0].UnitPriceMoney.Currency, current.CentsFirst, current.MaximumMinor);
        LineItems = draft.LineItems;
        TipPercent = draft.TipPercent;
        Note = draft.Note ?? "";
        CustomerReference = draft.CustomerReference ?? "";
    }

    private CheckoutDraft? Draft()
    {
        IReadOnlyList<LineItem> lines = Entry.Money.Minor > 0 ? [.. LineItems, KeyedLine()] : LineItems;
        return lines.Count == 0 ? null : new CheckoutDraft { LineItems = lines, TipPercent = TipPercent, Note = Note, CustomerReference = CustomerReference };
    }

    private LineItem KeyedLine() => new(_keyedLineName, 1, Entry.Money);

    private string Format(Money? money) => MoneyFormat.Format(money ?? Money.Zero(Entry.Currency), CultureInfo.CurrentCulture);
}
