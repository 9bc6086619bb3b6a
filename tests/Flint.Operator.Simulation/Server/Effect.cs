using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Simulation.Server;

/// <summary>One thing the server really did, for the auditor. Without a key it happened elsewhere.</summary>
internal sealed record Effect(TimeSpan At, RemoteRecord Record, bool IsNew, string? Key, WireRequest? Request);
