using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Buyer;

/// <summary>The screen that is turned to the buyer: this sale and nothing else.</summary>
public sealed partial class BuyerViewModel : ObservableObject, IDisposable
{
    private readonly IPaymentLinkStore _links;
    private readonly ICheckoutStore _checkouts;
    private readonly ActiveConnection _connection;
    private readonly RecordScope _scope;
    private string _lid = "";

    public BuyerViewModel(IPaymentLinkStore links, ICheckoutStore checkouts, ActiveConnection connection, RecordScopes scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        _links = links;
        _checkouts = checkouts;
        _connection = connection;
        _scope = scopes.Open(lids => lids.Contains(_lid), ReadAsync, () => _scope!.Refresh());
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    /// <summary>Null when this device does not hold it.</summary>
    [ObservableProperty]
    public partial PayPage? Page { get; private set; }

    /// <summary>Where leaving leads.</summary>
    [ObservableProperty]
    public partial string BackHref { get; private set; } = Routes.Collect;

    public Task LoadAsync(string lid, CancellationToken cancellationToken)
    {
        _lid = lid;
        _scope.Watch(lid);
        return _scope.ReadAsync(cancellationToken);
    }

    public void Dispose() => _scope.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await _checkouts.FindAsync(_lid, cancellationToken) is { } checkout)
        {
            BackHref = Routes.Checkout(_lid);
            Page = PayPage.Of(checkout, _connection.Current, _scope.Now);
        }
        else if (await _links.FindAsync(_lid, cancellationToken) is { } link)
        {
            BackHref = Routes.Link(_lid);
            Page = PayPage.Of(link, _connection.Current);
        }

        IsLoaded = true;
    }
}
