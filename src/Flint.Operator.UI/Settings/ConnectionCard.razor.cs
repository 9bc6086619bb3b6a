using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;
using Flint.Operator.UI.Records;
using Flint.Operator.ViewModels.Settings;

namespace Flint.Operator.UI.Settings;

/// <summary>Where the API is and with which key: how that fares, and how it is changed.</summary>
public sealed partial class ConnectionCard
{
    private bool _isRemoveAsked;

    private static string HostedAddress => ApiConnection.HostedAddress.GetLeftPart(UriPartial.Authority);

    // Practice and the environment bring a key of their own, which is not on this device to be removed.
    private bool CanRemoveKey => ViewModel is { HasKey: true, Mode: { IsPractice: false, KeyIsGiven: false } };

    private string KeyHint => T[(ViewModel.Mode.KeyIsGiven, ViewModel.HasKey && !ViewModel.Mode.IsPractice) switch
    {
        (true, _) => "Settings.KeyGiven",
        (_, true) => "Settings.KeyStored",
        _ => "Settings.KeyNone",
    }];

    private string AddressHint => T[ViewModel.Mode.AddressIsGiven ? "Settings.AddressGiven" : "Settings.AddressHint"];

    private string SaidDone => T[(ViewModel.Done, ViewModel.Mode.IsPractice) switch
    {
        (ConnectionDeed.KeyRemoved, _) => "Settings.KeyRemoved",
        (_, true) => "Settings.SavedForNextStart",
        _ => "Settings.Saved",
    }];

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    private Task RemoveKeyAsync()
    {
        _isRemoveAsked = false;
        return ViewModel.SignOutCommand.ExecuteAsync(null);
    }

    private string? ErrorText(string field) => ViewModel.ErrorFor(field) switch
    {
        null => null,

        // The general sentence speaks of digits.
        { Field: "apiKey", Problem: FieldProblem.Unreadable } => T["Settings.KeyUnreadable"],
        { } error => FieldMessage.Of(T, error, Currency.Of("USD")),
    };
}
