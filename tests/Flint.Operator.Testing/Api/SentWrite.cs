using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Testing.Api;

/// <summary>One write that reached out, as the auditor sees it.</summary>
public sealed record SentWrite(RecordKind Kind, WireRequest Request, string Key, DateTimeOffset At);
