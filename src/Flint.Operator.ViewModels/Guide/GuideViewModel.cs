using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Guide;

namespace Flint.Operator.ViewModels.Guide;

public sealed partial class GuideViewModel : ObservableObject
{
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Step), nameof(CanGoBack))]
    public partial GuideAnswers Answers { get; private set; } = new();

    public GuideStep Step => SurfaceGuide.Next(Answers);

    public bool CanGoBack => Answers.Reusable is not null;

    /// <summary>Answers the question that is open.</summary>
    [RelayCommand]
    private void Answer(bool yes)
    {
        if (Step is GuideStep.Ask { Question: var question })
        {
            Answers = question switch
            {
                GuideQuestion.Reusable => Answers with { Reusable = yes },
                GuideQuestion.HasOneOrder => Answers with { HasOneOrder = yes },
                _ => Answers with { SentByHand = yes },
            };
        }
    }

    /// <summary>Takes the last answer back.</summary>
    [RelayCommand]
    private void Back() => Answers = Answers switch
    {
        { SentByHand: not null } => Answers with { SentByHand = null },
        { HasOneOrder: not null } => Answers with { HasOneOrder = null },
        _ => new GuideAnswers(),
    };

    [RelayCommand]
    private void Restart() => Answers = new GuideAnswers();
}
