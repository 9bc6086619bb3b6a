using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Strings;

namespace Flint.Operator.UI.Collect;

public sealed partial class CollectView
{
    private string ShelfNote =>
        string.Join(T["Record.Dot"].Value, new[] { T.Counted("Collect.Works", ViewModel.Shelf.Count), Words.Age(RecordState.Ready, ViewModel.ShelfSeenAt) }.OfType<string>());

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);
}
