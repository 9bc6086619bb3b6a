using CommunityToolkit.Mvvm.ComponentModel;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>A named line while it is typed.</summary>
public sealed partial class LineFields : ObservableObject
{
    [ObservableProperty]
    public partial string Name { get; set; } = "";

    [ObservableProperty]
    public partial string Quantity { get; set; } = "1";

    [ObservableProperty]
    public partial string Price { get; set; } = "";

    public void Clear() => (Name, Quantity, Price) = ("", "1", "");
}
