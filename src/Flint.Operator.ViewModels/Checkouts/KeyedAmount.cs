using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>The amount on the keypad.</summary>
public sealed partial class KeyedAmount : ObservableObject
{
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text))]
    public partial AmountEntry Entry { get; private set; } = AmountEntry.Start(Currency.Of("USD"), true, DraftLimits.ApiMaximumMinor);

    /// <summary>What is wrong with an amount that was typed.</summary>
    [ObservableProperty]
    public partial FieldError? Error { get; private set; }

    public Currency Currency => Entry.Currency;

    public string Text => MoneyFormat.Format(Entry.Money, CultureInfo.CurrentCulture);

    public void Start(Currency currency, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Entry = AmountEntry.Start(currency, settings.CentsFirst, settings.MaximumMinor);
    }

    [RelayCommand]
    private void PressDigit(int digit) => Entry = Entry.Digit(digit);

    [RelayCommand]
    private void PressDecimal() => Entry = Entry.DecimalSign();

    [RelayCommand]
    private void PressBackspace() => Entry = Entry.Backspace();

    [RelayCommand]
    private void Clear() => Entry = Entry.Clear();

    /// <summary>Takes an amount that was typed or pasted into the keypad's field.</summary>
    [RelayCommand]
    private void Type(string? text)
    {
        var (money, error) = AmountField.Read("amount", text, Entry.Currency);
        Error = error is { Problem: not FieldProblem.Required } ? error : null;
        Entry = money is null ? Entry.Clear() : Entry.Holding(money);
        if (money is not null && Entry.Money != money)
        {
            Error = new FieldError("amount", FieldProblem.TooLarge, Entry.MaximumMinor);
        }
    }
}
