using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Network;

/// <summary>One request that a run of the app waits for. It ends once; never for a run that died, and for a sleeping device when it wakes.</summary>
internal sealed class Flight<T>(World world, AppRun run, Departure asked)
{
    // Continuations run inline, on the simulation's thread: nothing else may decide what happens next.
    private readonly TaskCompletionSource<GatewayResult<T>> _end = new();

#pragma warning disable VSTHRD003 // The simulation's own queue completes it, on the one thread there is.
    public Task<GatewayResult<T>> Ended => _end.Task;
#pragma warning restore VSTHRD003

    public void End(GatewayResult<T> result)
    {
        if (run.IsDead || _end.Task.IsCompleted)
        {
            return;
        }

        if (run.Device.IsAsleep)
        {
            run.Device.OnWaking(() => End(result));
            return;
        }

        var info = SyncContext.InfoOf(result);
        var found = result switch
        {
            GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded many => many.Value,
            GatewayResult<RemoteRecord>.Succeeded one => [one.Value],
            _ => null,
        };
        world.Trace?.Write($"{asked.Device}{asked.Run}   {asked.Call} {asked.Target ?? asked.RequestId} answered {Describe(result)}");
        world.Auditor.Arrived(new Arrival(asked, world.Time.Now, info?.Status, info?.RetryAfter, found)
        {
            HadNoEffect = result is GatewayResult<T>.NotSent || info?.Status is 401 or 403 or 429,
        });
        _end.SetResult(result);
    }

    private static string Describe(GatewayResult<T> result) => result switch
    {
        GatewayResult<T>.Succeeded { Value: RemoteRecord record } ok => $"{ok.Info.Status} {record.RemoteId}{(ok.Info.IsReplay ? " replayed" : "")}",
        GatewayResult<T>.Succeeded { Value: IReadOnlyList<RemoteRecord> records } => $"200 [{string.Join(' ', records.Select(record => record.RemoteId))}]",
        GatewayResult<T>.Succeeded { Value: RemotePage page } => $"200 page [{string.Join(' ', page.Records.Select(record => record.RemoteId))}]",
        GatewayResult<T>.Succeeded => "200",
        GatewayResult<T>.Answered answer => $"{answer.Problem.Status} {answer.Problem.Code}{(answer.Info.IsReplay ? " replayed" : "")}",
        GatewayResult<T>.Unreadable unreadable => $"{unreadable.Info.Status} unreadable",
        GatewayResult<T>.NotSent notSent => $"not sent {notSent.Fault}",
        GatewayResult<T>.NoAnswer silent => $"no answer {silent.Fault}",
        _ => "",
    };
}
