using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Devices;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Network;

/// <summary>The network as one run of the app sees it. What was sent goes on to the server even when the run dies.</summary>
internal sealed class DeviceNetwork(World world, AppRun run) : IOperationGateway, IAccountGateway
{
    private static readonly AccountIdentity Account = new("mer_1", "sandbox", "test_1");

    public WireRequest Encode(Operation operation, WireTargets targets) => FakeWire.Encode(operation, targets);

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
    {
        var flight = Depart<RemoteRecord>(new Departure(run.Device.Name, run.Number, CallKind.Write, world.Time.Now, run.Rows)
        {
            Wire = request, Key = idempotencyKey, RequestId = requestId,
        });
        new WriteCourse(world, flight, run.Device.Draw(isWrite: true, requestId)).Start(request, idempotencyKey);
        return flight.Ended;
    }

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RemoteRecord>>(CallKind.Find, reference, () => world.Server.Lists.Find(kind, reference), () => [world.Server.Links.Foreign()]);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RemoteRecord>>(CallKind.FindOpen, orderId, () => world.Server.Lists.OpenSessionsOf(orderId), () => [world.Server.Links.Foreign()]);

    public Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) =>
        Ask(CallKind.Pull, $"{query.Kind}/{query.PageToken}", () => world.Server.Lists.Page(query), null);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        Ask(CallKind.Read, remoteId, () => world.Server.Lists.Read(kind, remoteId), world.Server.Links.Foreign);

    public Task<GatewayResult<AuthContext>> WhoAmIAsync(CancellationToken cancellationToken) =>
        Ask<AuthContext>(CallKind.WhoAmI, null, () => new AuthContext(Account, [], "counter-7", null), null);

    private Task<GatewayResult<T>> Ask<T>(CallKind call, string? target, Func<T?> answer, Func<T>? foreign)
        where T : class
    {
        var flight = Depart<T>(new Departure(run.Device.Name, run.Number, call, world.Time.Now, run.Rows) { Target = target });
        new ReadCourse<T>(world, flight, run.Device.Draw(isWrite: false, target)).Start(answer, foreign);
        return flight.Ended;
    }

    private Flight<T> Depart<T>(Departure departure)
    {
        world.Time.RequireThread();
        world.Trace?.Write($"{departure.Device}{departure.Run} > {departure.Call} {departure.Target ?? departure.RequestId} {departure.Wire} {departure.Key?[..8]}");
        world.Auditor.Departed(departure);
        return new Flight<T>(world, run, departure);
    }
}
