namespace Flint.Operator.ViewModels.Activity;

/// <summary>What a person asks after, which is several states each: there are seventeen, and nobody picks among seventeen.</summary>
public enum ActivityGroup
{
    NeedsYou,
    Waiting,
    Ready,
    Paid,
    Over,
}
