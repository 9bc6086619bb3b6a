using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>The checkouts that buyers made from a link, as far as this device holds them, and what was paid on them.</summary>
public sealed partial class LinkUsesViewModel : ObservableObject, IDisposable
{
    /// <summary>Rows shown; older ones are found under activity.</summary>
    public const int Most = 20;

    // Their sum is of all that are held, within reason.
    private const int MostSummed = 2_000;

    private readonly ICheckoutStore _checkouts;
    private readonly TimeProvider _time;
    private readonly LiveQuery _query;
    private string _linkId = "";

    public LinkUsesViewModel(ICheckoutStore checkouts, ChangeFeed feed, TimeProvider time)
    {
        (_checkouts, _time) = (checkouts, time);
        _query = new LiveQuery(feed, _ => true, ReadAsync);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    [ObservableProperty]
    public partial IReadOnlyList<RecordSummary> Rows { get; private set; } = [];

    /// <summary>How many are held here.</summary>
    [ObservableProperty]
    public partial int Count { get; private set; }

    /// <summary>What was paid on all of them, one amount a currency; null while there are none.</summary>
    [ObservableProperty]
    public partial string? Paid { get; private set; }

    /// <param name="linkId">The link's id at the API.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public Task LoadAsync(string linkId, CancellationToken cancellationToken)
    {
        _linkId = linkId;
        return _query.ReadAsync(cancellationToken);
    }

    public void Dispose() => _query.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var uses = await _checkouts.ListOfLinkAsync(_linkId, MostSummed, cancellationToken);
        var now = _time.GetUtcNow();
        Rows = [.. uses.Take(Most).Select(use => RecordSummary.Of(use, now))];
        Count = uses.Count;
        Paid = uses.Count == 0 ? null : string.Join(" + ", uses
            .Select(use => use.Order.Snapshot?.PaidMoney ?? Money.Zero(use.Order.TotalMoney.Currency))
            .GroupBy(money => money.Currency)
            .Select(group => MoneyFormat.Format(new Money(group.Sum(money => money.Minor), group.Key), CultureInfo.CurrentCulture)));
        IsLoaded = true;
    }
}
