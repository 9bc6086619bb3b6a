using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;
using System.Globalization;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>Makes a link, or corrects one that the API refused.</summary>
public sealed partial class NewPaymentLinkViewModel(PaymentLinkOperations operations, IOperatorStore store, ISettingsStore settings) : ObservableObject
{
    private string? _refusedOperationId;

    [ObservableProperty]
    public partial string Title { get; set; } = "";

    [ObservableProperty]
    public partial string AmountText { get; set; } = "";

    [ObservableProperty]
    public partial Currency Currency { get; private set; } = Currency.Of("USD");

    [ObservableProperty]
    public partial IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Set when the tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    /// <summary>The link's local id once it is durable.</summary>
    [ObservableProperty]
    public partial string? SavedLid { get; private set; }

    /// <summary>What the API said against the link that is being corrected.</summary>
    [ObservableProperty]
    public partial ApiProblem? Refusal { get; private set; }

    /// <param name="refusedOperationId">The refused operation to correct; null for a new link.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadAsync(string? refusedOperationId, CancellationToken cancellationToken)
    {
        Currency = (await settings.LoadAsync(cancellationToken)).Currency;
        if (refusedOperationId is not null
            && await store.FindOperationAsync(refusedOperationId, cancellationToken) is { State: OperationState.Refused, Intent: OperationIntent.CreatePaymentLink { Draft: var draft } } refused)
        {
            _refusedOperationId = refusedOperationId;
            Refusal = refused.Problem;
            Title = draft.Title;
            Currency = draft.AmountMoney?.Currency ?? Currency;
            AmountText = draft.AmountMoney is { } money ? MoneyFormat.Number(money, CultureInfo.CurrentCulture) : "";
        }
    }

    public FieldError? ErrorFor(string field) => Errors.FirstOrDefault(error => error.Field == field);

    [RelayCommand]
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        var (money, error) = AmountField.Read("amount", AmountText, Currency);
        var draft = new PaymentLinkDraft(Title, money);
        if (error is not null)
        {
            // The amount's own reading error is more exact than "required", which is all the draft can say of it.
            Errors = [.. draft.Validate(DraftLimits.Default).Where(other => other.Field != "amount"), error];
            return;
        }

        var outcome = _refusedOperationId is { } refused
            ? await operations.CorrectAsync(refused, draft, cancellationToken)
            : await operations.CreateAsync(draft, cancellationToken);
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved or SaveOutcome.TooLate ? outcome : null;
        SavedLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }
}
