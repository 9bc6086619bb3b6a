namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>What a run of the host is told, on its input.</summary>
/// <param name="Failpoint">By its name in the host.</param>
internal sealed record HostConfig(string Database, Uri BaseAddress, string ApiKey, DateTimeOffset Epoch, string Failpoint = "None", int Occurrence = 1, int Seed = 1);
