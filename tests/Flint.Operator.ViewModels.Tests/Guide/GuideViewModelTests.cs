using Flint.Operator.Core.Guide;
using Flint.Operator.ViewModels.Guide;

namespace Flint.Operator.ViewModels.Tests.Guide;

public sealed class GuideViewModelTests
{
    private readonly GuideViewModel _guide = new();

    [Fact]
    public void Answer_Yes_ToReuse_EndsWithALink()
    {
        _guide.AnswerCommand.Execute(true);

        Assert.Equal(new GuideStep.Answer(Surface.PaymentLink, GuideReason.UsedAgain), _guide.Step);
    }

    [Fact]
    public void Answer_NoNoNo_EndsWithACheckout()
    {
        for (var i = 0; i < 3; i++)
        {
            _guide.AnswerCommand.Execute(false);
        }

        Assert.Equal(new GuideStep.Answer(Surface.CheckoutSession, GuideReason.OneMoment), _guide.Step);
    }

    [Fact]
    public void Back_TakesTheLastAnswerBack()
    {
        _guide.AnswerCommand.Execute(false);
        _guide.AnswerCommand.Execute(false);
        _guide.BackCommand.Execute(null);

        Assert.Equal(new GuideStep.Ask(GuideQuestion.HasOneOrder), _guide.Step);
        _guide.RestartCommand.Execute(null);
        Assert.False(_guide.CanGoBack);
    }
}
