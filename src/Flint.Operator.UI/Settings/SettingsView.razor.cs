using Flint.Operator.Core.Amounts;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;

namespace Flint.Operator.UI.Settings;

public sealed partial class SettingsView
{
    // What the product is made with, as it reaches the operator's device.
    private static readonly IReadOnlyList<string> Works =
        ["Self", "DotNet", "MudBlazor", "Mvvm", "QRCoder", "Refit", "Ulid", "SqliteNet", "SqlitePclRaw", "Sqlite", "Inter", "NotoSansArabic"];

    private IReadOnlyList<FieldOption>? _currencies;

    private IReadOnlyList<FieldOption> Currencies => _currencies ??=
        [.. Iso4217.ByCode.Keys.Order(StringComparer.Ordinal).Select(code => new FieldOption(code, CurrencyNames.Of(code) is { } name ? T["Settings.CurrencyOption", code, name] : code))];

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    private string? ErrorText(string field) => ViewModel.ErrorFor(field) switch
    {
        null => null,
        { } error => FieldMessage.Of(T, error, Currency.TryFind(ViewModel.CurrencyCode, out var currency) ? currency : Currency.Of("USD")),
    };
}
