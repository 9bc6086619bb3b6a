using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Settings;

/// <summary>What this counter is called, charges and looks like. Where the API is has a view model of its own.</summary>
public sealed partial class SettingsViewModel(ISettingsStore settings, RunMode mode) : ObservableObject
{
    private OperatorSettings _loaded = OperatorSettings.Default;

    public RunMode Mode => mode;

    [ObservableProperty]
    public partial string DeviceName { get; set; } = "";

    [ObservableProperty]
    public partial string OperatorName { get; set; } = "";

    [ObservableProperty]
    public partial string CurrencyCode { get; set; } = "";

    [ObservableProperty]
    public partial bool CentsFirst { get; set; }

    [ObservableProperty]
    public partial string MaximumText { get; set; } = "";

    [ObservableProperty]
    public partial Appearance Appearance { get; set; }

    /// <summary>How long a checkout lives for a buyer who is here, and for one whom it is sent.</summary>
    [ObservableProperty]
    public partial (TimeSpan InPerson, TimeSpan Sent) SessionLife { get; private set; }

    /// <summary>How old a charge may grow unsent before the operator is asked.</summary>
    [ObservableProperty]
    public partial TimeSpan AskAfter { get; private set; }

    [ObservableProperty]
    public partial IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Set when the disk refused.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    /// <summary>Which part was saved last, to say so beside its button.</summary>
    [ObservableProperty]
    public partial SettingsPart? Saved { get; private set; }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _loaded = await settings.LoadAsync(cancellationToken);
        DeviceName = _loaded.DeviceName;
        OperatorName = _loaded.OperatorName;
        CurrencyCode = _loaded.CurrencyCode;
        CentsFirst = _loaded.CentsFirst;
        MaximumText = MoneyFormat.Number(new Money(_loaded.MaximumMinor, _loaded.Currency), CultureInfo.CurrentCulture);
        Appearance = _loaded.Appearance;
        ShowCheckouts();
    }

    public FieldError? ErrorFor(string field) => Errors.FirstOrDefault(error => error.Field == field);

    [RelayCommand]
    private async Task SaveCounterAsync(CancellationToken cancellationToken)
    {
        List<FieldError> errors = [.. NameErrors("deviceName", DeviceName), .. NameErrors("operatorName", OperatorName)];
        long? maximum = null;
        if (!Currency.TryFind(CurrencyCode, out var currency))
        {
            errors.Add(new FieldError("currency", FieldProblem.Unreadable));
        }
        else
        {
            var (money, error) = AmountField.Read("maximum", MaximumText, currency);
            maximum = money?.Minor;
            errors.AddRange(error is not null ? [error] : money!.Minor switch
            {
                <= 0 => [new FieldError("maximum", FieldProblem.NotPositive)],
                > DraftLimits.ApiMaximumMinor => [new FieldError("maximum", FieldProblem.TooLarge, DraftLimits.ApiMaximumMinor)],
                _ => Array.Empty<FieldError>(),
            });
        }

        if (errors.Count > 0)
        {
            Report(new SaveOutcome.Invalid(errors), SettingsPart.Counter);
            return;
        }

        await SaveAsync(
            _loaded with { DeviceName = DeviceName.Trim(), OperatorName = OperatorName.Trim(), CurrencyCode = currency!.Code, CentsFirst = CentsFirst, MaximumMinor = maximum!.Value },
            SettingsPart.Counter,
            cancellationToken);
    }

    [RelayCommand]
    private async Task SetAppearanceAsync(Appearance appearance, CancellationToken cancellationToken)
    {
        Appearance = appearance;
        await SaveAsync(_loaded with { Appearance = appearance }, SettingsPart.Appearance, cancellationToken);

        // When the disk refused, the choice goes back to what is in force.
        Appearance = _loaded.Appearance;
    }

    [RelayCommand]
    private Task SetInPersonLifeAsync(TimeSpan life, CancellationToken cancellationToken) =>
        SaveCheckoutsAsync(_loaded with { InPersonSessionLife = life }, cancellationToken);

    [RelayCommand]
    private Task SetSentLifeAsync(TimeSpan life, CancellationToken cancellationToken) =>
        SaveCheckoutsAsync(_loaded with { SentSessionLife = life }, cancellationToken);

    [RelayCommand]
    private Task SetAskAfterAsync(TimeSpan age, CancellationToken cancellationToken) =>
        SaveCheckoutsAsync(_loaded with { AskAfter = age }, cancellationToken);

    private async Task SaveCheckoutsAsync(OperatorSettings changed, CancellationToken cancellationToken)
    {
        await SaveAsync(changed, SettingsPart.Checkouts, cancellationToken);
        ShowCheckouts();
    }

    private void ShowCheckouts() => (SessionLife, AskAfter) = ((_loaded.InPersonSessionLife, _loaded.SentSessionLife), _loaded.AskAfter);

    private static FieldError[] NameErrors(string field, string name) => name.Trim().Length switch
    {
        0 => [new FieldError(field, FieldProblem.Required)],
        > 60 => [new FieldError(field, FieldProblem.TooLong, 60)],
        _ => [],
    };

    private async Task SaveAsync(OperatorSettings changed, SettingsPart part, CancellationToken cancellationToken)
    {
        var outcome = await settings.SaveAsync(changed, cancellationToken);
        if (outcome == CommitOutcome.Committed)
        {
            _loaded = changed;
        }

        Report(outcome == CommitOutcome.Committed ? new SaveOutcome.Saved("") : new SaveOutcome.NotSaved(outcome), part);
    }

    private void Report(SaveOutcome outcome, SettingsPart part)
    {
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved ? outcome : null;
        Saved = outcome is SaveOutcome.Saved ? part : null;
    }
}
