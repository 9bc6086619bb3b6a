using Flint.Operator.Core.Account;

namespace Flint.Operator.Core.Sync;

/// <summary>What this device knows about itself.</summary>
/// <param name="Id">Made once with the database.</param>
/// <param name="Account">The account it serves; null until the API has told.</param>
/// <param name="ClockHighWater">The highest the wall clock ever showed, UTC.</param>
public sealed record Installation(string Id, AccountIdentity? Account, DateTimeOffset ClockHighWater);
