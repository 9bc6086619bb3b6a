namespace Flint.Operator.Simulation.Mutants;

/// <summary>Every rule that can be switched off (sync.md section 10), by the name the command line takes.</summary>
internal static class AllMutants
{
    public static IReadOnlyDictionary<string, Mutant> ByName { get; } = new Mutant[]
    {
        new NewKeyPerAttempt(),
        new BlindNewKeyAfterWindow(),
        new NewKeyAfterRestart(),
        new NoWindowCheck(),
        new ResendAfterServerError(),
        new TrustTheWallClock(),
        new AcceptAnySuccess(),
        new NoQuietTime(),
        new RandomGenerationKeys(),
        new AgeFromFirstSend(),
    }.ToDictionary(mutant => mutant.Name, StringComparer.Ordinal);
}
