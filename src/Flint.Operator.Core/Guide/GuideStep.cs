namespace Flint.Operator.Core.Guide;

/// <summary>Where the guide stands: a question to ask, or its answer.</summary>
public abstract record GuideStep
{
    private GuideStep()
    {
    }

    /// <summary>The next question.</summary>
    public sealed record Ask(GuideQuestion Question) : GuideStep;

    /// <summary>The surface, the reason, and what would have changed it.</summary>
    public sealed record Answer(Surface Surface, GuideReason Reason) : GuideStep;
}
