using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>Makes a link, corrects one that the API refused, or changes one.</summary>
public sealed partial class NewPaymentLinkViewModel(PaymentLinkOperations operations, IOperatorStore store, IPaymentLinkStore links, ISettingsStore settings) : ObservableObject
{
    private string? _refusedOperationId;
    private PaymentLink? _edited;

    [ObservableProperty]
    public partial string Title { get; set; } = "";

    [ObservableProperty]
    public partial string AmountText { get; set; } = "";

    [ObservableProperty]
    public partial Currency Currency { get; private set; } = Currency.Of("USD");

    /// <summary>Whether everything beyond title and amount is on the screen. What was typed there counts either way.</summary>
    [ObservableProperty]
    public partial bool IsMoreOpen { get; set; }

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

    /// <summary>The link that was asked for is not here, or has something to settle before it can be changed.</summary>
    [ObservableProperty]
    public partial bool CannotEdit { get; private set; }

    /// <summary>Everything beyond title and amount.</summary>
    public LinkTermsForm Terms { get; } = new();

    /// <summary>What of it cannot be changed from here.</summary>
    public LinkLocks Locks => LinkLocks.Of(_edited);

    /// <summary>Its page holds more than one plain price, so its price cannot be changed here.</summary>
    public bool IsAmountFixed => Locks.Price;

    /// <summary>What is changed is not at the API yet, so the change needs no sending of its own.</summary>
    public bool IsUnsent => _edited is { Snapshot: null };

    /// <param name="refusedOperationId">The refused operation to correct; null for a new link.</param>
    /// <param name="copiedLid">The link to start from; null for an empty form.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadAsync(string? refusedOperationId, string? copiedLid, CancellationToken cancellationToken)
    {
        Currency = (await settings.LoadAsync(cancellationToken)).Currency;
        if (refusedOperationId is not null
            && await store.FindOperationAsync(refusedOperationId, cancellationToken) is { State: OperationState.Refused, Intent: OperationIntent.CreatePaymentLink { Draft: var draft } } refused)
        {
            _refusedOperationId = refusedOperationId;
            Refusal = refused.Problem;
            Prefill(draft);
        }
        else if (copiedLid is not null && await links.FindAsync(copiedLid, cancellationToken) is { CanCopy: true, Content: var copied })
        {
            Prefill(copied);
        }
    }

    /// <param name="lid">The link to change, whether it waits or is at the API.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public async Task LoadForEditAsync(string lid, CancellationToken cancellationToken)
    {
        Currency = (await settings.LoadAsync(cancellationToken)).Currency;
        if (await links.FindAsync(lid, cancellationToken) is { CanEdit: true } link)
        {
            _edited = link;
            Refusal = link.OpenEdit?.Problem;
            Prefill(link.Content);
        }
        else
        {
            CannotEdit = true;
        }
    }

    public FieldError? ErrorFor(string field) => Errors.FirstOrDefault(error => error.Field == field);

    [RelayCommand]
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        var (draft, unread) = Read();
        var outcome = unread.Count > 0 ? Unreadable(draft, unread) : (_edited, _refusedOperationId) switch
        {
            ({ Lid: var lid }, _) => await operations.EditAsync(lid, draft, cancellationToken),
            (_, { } refused) => await operations.CorrectAsync(refused, draft, cancellationToken),
            _ => await operations.CreateAsync(draft, cancellationToken),
        };
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        IsMoreOpen |= Errors.Any(error => error.Field is not ("title" or "amount") || Terms.Pricing != LinkPricing.Fixed);
        Failure = outcome is SaveOutcome.NotSaved or SaveOutcome.TooLate ? outcome : null;
        SavedLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }

    // A reading error is more exact than what the draft can say of the same field, which to it is empty.
    private static SaveOutcome.Invalid Unreadable(PaymentLinkDraft draft, IReadOnlyList<FieldError> unread) =>
        new([.. draft.Validate(DraftLimits.Default).Where(other => unread.All(error => error.Field != other.Field)), .. unread]);

    private (PaymentLinkDraft Draft, IReadOnlyList<FieldError> Unread) Read()
    {
        var (terms, unread) = Terms.Read(Currency);
        var (money, error) = (IsAmountFixed, terms.Pricing) switch
        {
            (true, _) => (_edited!.AmountMoney, null),
            (_, LinkPricing.Fixed) => AmountField.Read("amount", AmountText, Currency),
            _ => (null, null),
        };
        return (new PaymentLinkDraft(Title, money) { Terms = terms }, error is null ? unread : [error, .. unread]);
    }

    private void Prefill(PaymentLinkDraft draft)
    {
        Title = draft.Title;
        Currency = draft.AmountMoney?.Currency ?? draft.Terms.Range?.Currency ?? Currency;
        AmountText = draft.AmountMoney is { } money ? MoneyFormat.Number(money, CultureInfo.CurrentCulture) : "";
        Terms.Prefill(draft.Terms);
        IsMoreOpen = draft.Terms != LinkTerms.Plain;
    }
}
