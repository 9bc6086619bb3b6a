using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Practice;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Practice;

/// <summary>What practice mode makes the operator live with, and how to begin anew.</summary>
public sealed partial class PracticeViewModel : ObservableObject, IDisposable
{
    private readonly IPracticeRoom _room;
    private readonly Ticker _ticker;

    public PracticeViewModel(IPracticeRoom room, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(room);
        _room = room;
        Read();

        // Faults can also be set from outside the app, and that gives no notice.
        _ticker = new Ticker(time, TimeSpan.FromSeconds(2), Read);
    }

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<PracticeCondition> Choices { get; } =
        [.. Enum.GetValues<PracticeCondition>().Where(condition => condition != PracticeCondition.SetByHand)];

    /// <summary>What is in force.</summary>
    [ObservableProperty]
    public partial PracticeCondition Condition { get; private set; }

    /// <summary>The next start of the app begins practice anew.</summary>
    [ObservableProperty]
    public partial bool StartsOver { get; private set; }

    /// <summary>The choice could not be put in force: the practice network does not come back in this run.</summary>
    [ObservableProperty]
    public partial bool IsStuck { get; private set; }

    /// <summary>The disk refused to write that down.</summary>
    [ObservableProperty]
    public partial bool IsRefused { get; private set; }

    public void Dispose() => _ticker.Dispose();

    [RelayCommand]
    private async Task UseAsync(PracticeCondition condition, CancellationToken cancellationToken)
    {
        IsStuck = !await _room.UseAsync(condition, cancellationToken);
        Read();
    }

    [RelayCommand]
    private void AskToStartOver(bool isWanted)
    {
        IsRefused = !_room.AskToStartOver(isWanted);
        Read();
    }

    private void Read()
    {
        Condition = _room.Condition;
        StartsOver = _room.StartsOver;

        // A choice that was not taken must leave the button it was made on.
        OnPropertyChanged(nameof(Condition));
    }
}
