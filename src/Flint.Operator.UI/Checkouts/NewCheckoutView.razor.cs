using System.Globalization;
using Flint.Operator.Core.Validation;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Shell;
using Flint.Operator.ViewModels.Checkouts;
using Flint.Operator.ViewModels.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Checkouts;

public sealed partial class NewCheckoutView
{
    // Their fields show them; everything else is said above the button.
    private static readonly HashSet<string> OwnPlaces = new(StringComparer.Ordinal) { "line.name", "line.quantity", "line.price", "note", "customerReference", "discount", "discount.percent", "discount.name", "tip", "tip.amount" };

    private bool _isLineFormOpen;

    /// <summary>The checkout that waits and is to be changed; null for a new one.</summary>
    [Parameter] public string? Lid { get; set; }

    /// <summary>The refused operation to correct; null for a new charge.</summary>
    [SupplyParameterFromQuery(Name = "fix")] public string? Fix { get; set; }

    [CascadingParameter] public ShellStatus? Status { get; set; }

    protected override object? LoadKey => (Lid, Fix);

    private string Heading => T[Lid is not null ? "Charge.ChangeTitle" : ViewModel.Refusal is null ? "Charge.Title" : "Charge.FixTitle"];

    // It stays while an amount is keyed: the keys must not move under the thumb.
    private bool CanStartFromOrder => Lid is null && ViewModel.Refusal is null;

    private bool HasErrorInNotes => ViewModel.ErrorFor("note") is not null || ViewModel.ErrorFor("customerReference") is not null;

    private IEnumerable<string> Messages => ViewModel.AllErrors.Where(error => !OwnPlaces.Contains(error.Field)).Select(Sentence)
        .Append(FailureMessage.Of(T, ViewModel.Failure)).OfType<string>();

    private string? DecimalSeparator => ViewModel.Keyed.Entry.CentsFirst || ViewModel.Keyed.Entry.Currency.Exponent == 0 ? null : CultureInfo.CurrentCulture.NumberFormat.CurrencyDecimalSeparator;

    private ChargeNames Names => new(T["Charge.SaleLine"], T["Charge.DiscountName"]);

    private string DiscountLabel => ViewModel.Extras.Discount is { IsMoney: false, Text: var text } ? T["Charge.DiscountPercent", text.Trim()] : T["Charge.DiscountName"];

    private string TipLabel => ViewModel.Extras.Tip is { IsMoney: false, Text: var text } ? T["Charge.Tip", text.Trim()] : T["Charge.TipLegend"];

    private string AddLabel => T[ViewModel.Keyed.Entry.IsEmpty ? "Charge.OpenLine" : "Charge.AddEntry"];

    private string? ConnectionNote => Status?.Connectivity switch
    {
        "offline" => T["Charge.Offline"].Value,
        "limited" => T["Charge.Limited"].Value,
        _ => null,
    };

    protected override Task LoadAsync(CancellationToken token) =>
        Lid is null ? ViewModel.LoadAsync(Names, Fix, token) : ViewModel.LoadForChangeAsync(Names, Lid, token);

    // "lines[1].price": the number tells which line; the sentence alone would not.
    private string Sentence(FieldError error)
    {
        var sentence = FieldMessage.Of(T, error, ViewModel.Keyed.Entry.Currency);
        return error.Field.StartsWith("lines[", StringComparison.Ordinal)
            && int.TryParse(error.Field.AsSpan(6, error.Field.IndexOf(']', StringComparison.Ordinal) - 6), CultureInfo.InvariantCulture, out var index)
            ? T["Charge.InLine", index + 1, sentence]
            : sentence;
    }

    private string? ErrorText(string field) => ViewModel.ErrorFor(field) is { } error ? FieldMessage.Of(T, error, ViewModel.Keyed.Entry.Currency) : null;

    private void Press(KeypadKey key)
    {
        switch (key)
        {
            case KeypadKey.Separator:
                ViewModel.Keyed.PressDecimalCommand.Execute(null);
                break;
            case KeypadKey.Backspace:
                ViewModel.Keyed.PressBackspaceCommand.Execute(null);
                break;
            case KeypadKey.DoubleZero:
                ViewModel.Keyed.PressDigitCommand.Execute(0);
                ViewModel.Keyed.PressDigitCommand.Execute(0);
                break;
            default:
                ViewModel.Keyed.PressDigitCommand.Execute((int)key);
                break;
        }
    }

    private void LeaveEntryOnEscape(KeyboardEventArgs pressed)
    {
        if (string.Equals(pressed.Key, "Escape", StringComparison.Ordinal)) ViewModel.Keyed.ClearCommand.Execute(null);
    }

    private void AddOrOpen()
    {
        if (ViewModel.Keyed.Entry.IsEmpty) _isLineFormOpen = !_isLineFormOpen;
        else ViewModel.AddEntryCommand.Execute(null);
    }

    // A second tap while the first is being saved, or before the screen has changed, must not charge twice.
    private bool IsTaken => ViewModel.ChargeCommand.IsRunning || ViewModel.ChargeAnywayCommand.IsRunning || ViewModel.SavedLid is not null;

    private async Task ChargeAsync()
    {
        if (IsTaken || ViewModel.Hint is not null) return;
        await ViewModel.ChargeCommand.ExecuteAsync(null);
        OpenSaved();
    }

    private async Task ChargeAnywayAsync()
    {
        if (IsTaken) return;
        await ViewModel.ChargeAnywayCommand.ExecuteAsync(null);
        OpenSaved();
    }

    private void OpenSaved()
    {
        if (ViewModel.SavedLid is { } lid) Navigation.NavigateTo(Routes.Checkout(lid));
    }
}
