using Flint.Operator.Core.Guide;

namespace Flint.Operator.Core.Tests.Guide;

public sealed class SurfaceGuideTests
{
    [Fact]
    public void Next_NothingAnswered_AsksWhetherThePageIsReused() =>
        Assert.Equal(new GuideStep.Ask(GuideQuestion.Reusable), SurfaceGuide.Next(new GuideAnswers()));

    [Fact]
    public void Next_Reused_IsALinkWithoutAskingMore() =>
        Assert.Equal(new GuideStep.Answer(Surface.PaymentLink, GuideReason.UsedAgain), SurfaceGuide.Next(new GuideAnswers(Reusable: true)));

    [Fact]
    public void Next_UsedOnce_AsksForTheRecord() =>
        Assert.Equal(new GuideStep.Ask(GuideQuestion.HasOneOrder), SurfaceGuide.Next(new GuideAnswers(Reusable: false)));

    [Fact]
    public void Next_OneRecord_IsACheckout() =>
        Assert.Equal(new GuideStep.Answer(Surface.CheckoutSession, GuideReason.BelongsToOneRecord), SurfaceGuide.Next(new GuideAnswers(false, true)));

    [Fact]
    public void Next_NoRecord_AsksWhetherItIsSentByHand() =>
        Assert.Equal(new GuideStep.Ask(GuideQuestion.SentByHand), SurfaceGuide.Next(new GuideAnswers(false, false)));

    [Fact]
    public void Next_SentByHand_IsALink() =>
        Assert.Equal(new GuideStep.Answer(Surface.PaymentLink, GuideReason.HandedOut), SurfaceGuide.Next(new GuideAnswers(false, false, true)));

    [Fact]
    public void Next_NotSentByHand_IsACheckout() =>
        Assert.Equal(new GuideStep.Answer(Surface.CheckoutSession, GuideReason.OneMoment), SurfaceGuide.Next(new GuideAnswers(false, false, false)));
}
