namespace Flint.Operator.Faults.Host;

/// <summary>What a run is told on the first line of its input: the key is never an argument of a process.</summary>
/// <param name="Database">The app's file.</param>
/// <param name="BaseAddress">Where the API is.</param>
/// <param name="ApiKey">With which key.</param>
/// <param name="Epoch">Where fast time and true time agree, UTC.</param>
/// <param name="Failpoint">Where to stop for good.</param>
/// <param name="Occurrence">At which passing of it, from 1.</param>
/// <param name="Seed">For chance.</param>
internal sealed record HostConfig(string Database, Uri BaseAddress, string ApiKey, DateTimeOffset Epoch, Failpoint Failpoint, int Occurrence, int Seed);
