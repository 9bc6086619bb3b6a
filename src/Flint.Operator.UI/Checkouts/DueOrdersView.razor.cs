using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Records;
using Flint.Operator.ViewModels.Checkouts;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.UI.Checkouts;

public sealed partial class DueOrdersView
{
    private string? Problem => ViewModel.Failure is SaveOutcome.TooLate ? T["Due.TooLate"] : FailureMessage.Of(T, ViewModel.Failure);

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    // "Order 1042 · Total $150.00 · Paid $50.00 · seen 14:02": what is owed is a fact of that age.
    private string Facts(DueOrder order)
    {
        string?[] parts =
        [
            order.Number is { } number ? T["Record.Order", number].Value : null,
            T["Due.TotalOf", order.Total],
            order.Paid is { } paid ? T["Due.PaidOf", paid].Value : null,
            Words.Age(RecordState.PartlyPaid, order.SeenAt),
        ];
        return string.Join(T["Record.Dot"].Value, parts.OfType<string>());
    }

    private async Task CollectAsync(string lid)
    {
        if (ViewModel.CollectCommand.IsRunning || ViewModel.ChosenLid is not null) return;
        await ViewModel.CollectCommand.ExecuteAsync(lid);
        if (ViewModel.ChosenLid is { } chosen) Navigation.NavigateTo(Routes.Checkout(chosen));
    }
}
