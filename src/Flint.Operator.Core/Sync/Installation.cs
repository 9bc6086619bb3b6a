using Flint.Operator.Core.Account;

namespace Flint.Operator.Core.Sync;

/// <summary>What this device knows about itself.</summary>
/// <param name="Id">Made once with the database. The device's secret store holds it too, so that a copied file is recognised.</param>
/// <param name="Account">The account it serves; null until the API has told.</param>
/// <param name="ClockHighWater">The highest the wall clock ever showed, UTC.</param>
/// <param name="IsSealed">Whether <paramref name="Id"/> has been written to the device's secret store.</param>
/// <param name="RestoredAt">When the file was put back from a backup and its operations are not held yet, UTC; null otherwise.</param>
public sealed record Installation(string Id, AccountIdentity? Account, DateTimeOffset ClockHighWater, bool IsSealed = false, DateTimeOffset? RestoredAt = null);
