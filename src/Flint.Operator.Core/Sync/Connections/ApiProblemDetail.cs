namespace Flint.Operator.Core.Sync.Connections;

/// <summary>One of several problems in an error envelope.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">The API's own sentence.</param>
/// <param name="Param">Path of the field.</param>
public sealed record ApiProblemDetail(string Code, string? Message, string? Param);
