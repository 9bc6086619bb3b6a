using Flint.Operator.Core.Practice;
using Flint.Operator.Testing.Practice;
using Flint.Operator.ViewModels.Practice;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.ViewModels.Tests.Practice;

public sealed class PracticeViewModelTests : IDisposable
{
    private readonly FakePracticeRoom _room = new();
    private readonly FakeTimeProvider _time = new();
    private readonly PracticeViewModel _screen;

    public PracticeViewModelTests() => _screen = new PracticeViewModel(_room, _time);

    public void Dispose() => _screen.Dispose();

    [Fact]
    public void Choices_AreAllButWhatOnlyOthersCanSet() =>
        Assert.Equal(Enum.GetValues<PracticeCondition>().Except([PracticeCondition.SetByHand]), PracticeViewModel.Choices);

    [Fact]
    public async Task Use_Condition_IsInForceAndShown()
    {
        await _screen.UseCommand.ExecuteAsync(PracticeCondition.NoNetwork);

        Assert.Equal((PracticeCondition.NoNetwork, PracticeCondition.NoNetwork), (_room.Condition, _screen.Condition));
    }

    [Fact]
    public async Task Use_NetworkDoesNotComeBack_SaysSoAndShowsWhatIsStillInForce()
    {
        await _screen.UseCommand.ExecuteAsync(PracticeCondition.NoNetwork);
        _room.IsStuck = true;

        await _screen.UseCommand.ExecuteAsync(PracticeCondition.Fine);

        Assert.Equal((true, PracticeCondition.NoNetwork), (_screen.IsStuck, _screen.Condition));
    }

    [Fact]
    public void Condition_SetFromOutside_IsSeenWithoutATap()
    {
        _room.Condition = PracticeCondition.SetByHand;
        Assert.Equal(PracticeCondition.Fine, _screen.Condition);

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(PracticeCondition.SetByHand, _screen.Condition);
    }

    [Fact]
    public void StartOver_AskedAndTakenBack_IsShownBothTimes()
    {
        _screen.AskToStartOverCommand.Execute(true);
        Assert.True(_screen.StartsOver);

        _screen.AskToStartOverCommand.Execute(false);
        Assert.False(_screen.StartsOver);
        Assert.False(_screen.IsRefused);
    }

    [Fact]
    public void StartOver_DiskFull_SaysSoUntilItWorks()
    {
        _room.IsDiskFull = true;
        _screen.AskToStartOverCommand.Execute(true);
        Assert.Equal((true, false), (_screen.IsRefused, _screen.StartsOver));

        _room.IsDiskFull = false;
        _screen.AskToStartOverCommand.Execute(true);
        Assert.Equal((false, true), (_screen.IsRefused, _screen.StartsOver));
    }
}
