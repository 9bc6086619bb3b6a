namespace Flint.Operator.Core.Guide;

/// <summary>
/// Helps to choose between a payment link and a checkout session (product.md section 1). People choose by speed and find out
/// later that the page had to be reusable, or had to stay with one record; so reuse is asked first and the first answer that
/// decides ends it. It advises only: the operator may always take the other one.
/// </summary>
public static class SurfaceGuide
{
    /// <summary>The next question, or the answer, for what has been answered so far.</summary>
    public static GuideStep Next(GuideAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers switch
        {
            { Reusable: null } => new GuideStep.Ask(GuideQuestion.Reusable),
            { Reusable: true } => new GuideStep.Answer(Surface.PaymentLink, GuideReason.UsedAgain),
            { HasOneOrder: null } => new GuideStep.Ask(GuideQuestion.HasOneOrder),
            { HasOneOrder: true } => new GuideStep.Answer(Surface.CheckoutSession, GuideReason.BelongsToOneRecord),
            { SentByHand: null } => new GuideStep.Ask(GuideQuestion.SentByHand),
            { SentByHand: true } => new GuideStep.Answer(Surface.PaymentLink, GuideReason.HandedOut),
            _ => new GuideStep.Answer(Surface.CheckoutSession, GuideReason.OneMoment),
        };
    }
}
