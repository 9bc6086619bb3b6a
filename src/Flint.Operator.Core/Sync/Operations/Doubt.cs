namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Why it is not known whether an operation had its effect, and how far absence is proven.</summary>
/// <param name="Reason">What happened; it decides how many looks are needed before anything may be sent again.</param>
/// <param name="Since">When the last attempt ended (or, for a key that grew old unsent, when it was born).</param>
/// <param name="AbsentLooks">Complete looks that found nothing and count.</param>
/// <param name="FirstAbsentAt">When the first counting look of <see cref="DoubtReason.KeyNotUsable"/> was taken.</param>
/// <param name="LastLookAt">When any look was taken last.</param>
/// <param name="NotBefore">How long after <paramref name="Since"/> the API asked to be left alone.</param>
public sealed record Doubt(
    DoubtReason Reason,
    Moment Since,
    int AbsentLooks = 0,
    Moment? FirstAbsentAt = null,
    Moment? LastLookAt = null,
    TimeSpan NotBefore = default);
