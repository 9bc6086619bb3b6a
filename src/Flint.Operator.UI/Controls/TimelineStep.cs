namespace Flint.Operator.UI.Controls;

/// <summary>One step of a story. <paramref name="Time"/> is formatted: "14:06:41", "checked 2 s ago".</summary>
public sealed record TimelineStep(string Text, StepProgress Progress, string? Time = null);
