using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Simulation.Server;

/// <summary>One write as it reaches the server, with what will go wrong with it there.</summary>
internal sealed record WriteCall(WireRequest Request, string Key, ServerFault Fault, TimeSpan Work, TimeSpan? RetryAfter);
