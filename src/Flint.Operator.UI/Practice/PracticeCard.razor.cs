using Flint.Operator.Core.Practice;

namespace Flint.Operator.UI.Practice;

/// <summary>Lets an operator rehearse bad days; shown in practice mode only.</summary>
public sealed partial class PracticeCard
{
    private bool _isAsked;

    private static string Word(PracticeCondition condition) => condition switch
    {
        PracticeCondition.Fine => "fine",
        PracticeCondition.NoNetwork => "no-network",
        PracticeCondition.SlowNetwork => "slow-network",
        PracticeCondition.LostReplies => "lost-replies",
        PracticeCondition.BusyServer => "busy-server",
        PracticeCondition.SignInPage => "sign-in-page",
        PracticeCondition.ListsLag => "lists-lag",
        PracticeCondition.WrongClock => "wrong-clock",
        PracticeCondition.BadDay => "bad-day",
        _ => "set-by-hand",
    };

    private void StartOver()
    {
        _isAsked = false;
        ViewModel.AskToStartOverCommand.Execute(true);
    }
}
