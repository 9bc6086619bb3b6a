namespace Flint.Operator.Simulation.Devices;

/// <summary>Where the app is killed: at the next commit of that kind.</summary>
internal enum DeathPoint
{
    BeforeCommit,
    AfterCommit,
    BeforeAttemptStarts,
    AfterAttemptStarted,
    BeforeAttemptEnds,
    AfterAttemptEnded,
}
