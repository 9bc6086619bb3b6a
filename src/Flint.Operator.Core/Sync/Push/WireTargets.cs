using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>The API's ids that a write refers to, resolved at the first send.</summary>
/// <param name="OwnId">The record that is changed; null for a create.</param>
/// <param name="OrderId">The order of a session to create.</param>
/// <param name="ReplacesSessionId">The open session that a new one takes the place of.</param>
/// <param name="KnownId">The record that a create is known to have made already; another one in its answer is a second.</param>
/// <param name="Link">The link that is edited, as it was read last: its version, and the line that a new price replaces.</param>
public sealed record WireTargets(string? OwnId = null, string? OrderId = null, string? ReplacesSessionId = null, string? KnownId = null, PaymentLinkSnapshot? Link = null);
