using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Simulation.Server;

namespace Flint.Operator.Simulation.Network;

/// <summary>The way of one read, there and back.</summary>
internal sealed class ReadCourse<T>(World world, Flight<T> flight, Fate fate)
    where T : class
{
    public void Start(Func<T?> answer, Func<T>? foreign)
    {
        if (fate.NotSent is { } fault)
        {
            world.Time.After(fate.Work, () => flight.End(new GatewayResult<T>.NotSent(fault)));
            return;
        }

        world.Time.After(World.ClientTimeout, () => flight.End(new GatewayResult<T>.NoAnswer(NetworkFault.TimedOut)));
        if (fate.BreaksAfter is { } broken)
        {
            world.Time.After(broken, () => flight.End(new GatewayResult<T>.NoAnswer(NetworkFault.Broken)));
        }

        if (fate.ArrivesAfter is { } arrives)
        {
            world.Time.After(arrives, () => Answer(answer, foreign));
        }
    }

    private void Answer(Func<T?> answer, Func<T>? foreign)
    {
        var result = fate.Portal switch
        {
            PortalKind.ForeignRecord when foreign is not null => new GatewayResult<T>.Succeeded(foreign(), Info(200)),
            not null => new GatewayResult<T>.Unreadable(Info(200) with { ServerDate = null }),
            null => fate.Fault switch
            {
                ServerFault.None or ServerFault.InProgress or ServerFault.ErrorBeforeWork or ServerFault.ErrorAfterWork =>
                    answer() is { } found ? new GatewayResult<T>.Succeeded(found, Info(200)) : Problem(404, "NOT_FOUND"),
                ServerFault.Unauthorised => Problem(401, "INVALID_API_KEY"),
                ServerFault.Forbidden => Problem(403, "INSUFFICIENT_SCOPE"),
                ServerFault.RateLimited => Problem(429, "RATE_LIMIT_EXCEEDED"),
                _ => Problem(503, "SERVICE_UNAVAILABLE"),
            },
        };
        if (fate.ReplyTakes is { } takes)
        {
            world.Time.After(takes, () => flight.End(result));
        }
    }

    private GatewayResult<T> Problem(int status, string code) =>
        new GatewayResult<T>.Answered(new ApiProblem { Status = status, Code = code }, Info(status) with { RetryAfter = fate.RetryAfter });

    private ResponseInfo Info(int status) => new() { Status = status, ServerDate = world.Time.TrueDate };
}
