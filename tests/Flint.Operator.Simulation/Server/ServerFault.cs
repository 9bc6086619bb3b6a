namespace Flint.Operator.Simulation.Server;

/// <summary>What goes wrong at the server with one request.</summary>
internal enum ServerFault
{
    None,
    Unauthorised,
    Forbidden,
    RateLimited,
    Unavailable,
    InProgress,
    ErrorBeforeWork,
    ErrorAfterWork,
}
