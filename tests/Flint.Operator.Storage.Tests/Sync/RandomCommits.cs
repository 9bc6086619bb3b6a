using CsCheck;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sync;

/// <summary>Commits over a handful of ids, so that they meet: good ones, late ones and wrong ones.</summary>
internal static class RandomCommits
{
    private static readonly Gen<string> Link = Gen.Int[1, 3].Select(i => $"L{i}");
    private static readonly Gen<string> Order = Gen.Int[1, 2].Select(i => $"O{i}");
    private static readonly Gen<string> Session = Gen.Int[1, 3].Select(i => $"S{i}");
    private static readonly Gen<string> Id = Gen.Int[1, 6].Select(i => $"op{i}");
    private static readonly Gen<string[]> Needs = Id.Array[0, 2].Select(ids => ids.Distinct(StringComparer.Ordinal).ToArray());
    private static readonly Gen<OperationState> State = Gen.Enum<OperationState>();
    private static readonly Gen<int> Minute = Gen.Int[0, 5];

    /// <summary>What an operation moves to, given how it stands; null for one that is not there.</summary>
    public sealed record Move(string Id, OperationState State, bool Late, bool Send, int Failures)
    {
        public StoreChange Of(Operation? stored)
        {
            var before = stored ?? Creating(Id, "L1", new OperationIntent.CreatePaymentLink(Link()));
            return new StoreChange.UpdateOperation(before with
            {
                State = State,
                Failures = Failures,
                Wire = Send ? new WireRequest("POST", "/v1/x", new byte[] { (byte)Failures }) : before.Wire,
                Revision = Late ? before.Revision + 1 : before.Revision,
            });
        }
    }

    private static readonly Gen<object> Change = Gen.Frequency(
        (3, Link.Select(object (lid) => AddLink(lid))),
        (3, Order.Select(object (lid) => AddOrder(lid))),
        (3, Gen.Select(Session, Order, object (lid, order) => AddSession(lid, order))),
        (4, Gen.Select(Id, Link, State, Needs, object (id, lid, state, needs) => CreateLink(id, lid, state, needs))),
        (4, Gen.Select(Id, Order, object (id, lid) => CreateOrder(id, lid))),
        (4, Gen.Select(Id, Session, Order, Needs, object (id, lid, order, needs) => CreateSession(id, lid, order, needs))),
        (3, Gen.Select(Id, Link, Needs, Id, object (id, lid, needs, old) => new StoreChange.AddOperation(Creating(id, lid, new OperationIntent.CreatePaymentLink(Link()), needs: needs), old))),
        (2, Link.Select(object (lid) => new StoreChange.EditPaymentLink(lid, Link("Edited")))),
        (4, Gen.Select(Link, Minute, Minute, object (lid, age, seen) => Put(lid, LinkAt("link_" + lid, age, $"At {age}"), seen))),
        (2, Gen.Select(Order, Minute, object (lid, age) => Put(lid, OrderAt("ord_" + lid, age, age > 2 ? "paid" : "unpaid")))),
        (3, Gen.Select(Session, Minute, Gen.Bool, object (lid, age, hasUrl) => Put(lid, SessionAt("cs_" + lid, age, hasUrl ? "https://x/#" + age : null)))),
        (1, Gen.Select(Link, Link, object (lid, other) => Put(lid, LinkAt("link_" + other)))),
        (16, Gen.Select(Id, State, Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 1], object (id, state, late, send, failures) => new Move(id, state, late == 0, send, failures))),
        (4, Id.Select(object (id) => new StoreChange.ReleaseDependants(id, Start))),
        (2, Gen.Select(Id, Gen.Int[1, 3], object (id, n) => new StoreChange.StartAttempt(id, n, 0, $"fop_{id}-{n}", Start))),
        (2, Gen.Select(Id, Gen.Int[1, 3], object (id, n) => new StoreChange.EndAttempt(id, n, "Succeeded", 201, null, Start))),
        (1, Minute.Select(object (m) => new StoreChange.SetClockHighWater(Start.AddMinutes(m)))),
        (1, Gen.Bool.Select(object (mine) => new StoreChange.BindAccount(mine ? Account : OtherAccount))));

    /// <summary>Enough to go on with: without it most of what follows would concern nothing.</summary>
    public static object[] First { get; } =
    [
        AddLink("L1"), AddLink("L2"), AddOrder("O1"), AddSession("S1", "O1"),
        CreateLink("op1", "L1"), CreateOrder("op2", "O1"), CreateSession("op3", "S1", "O1", "op2"),
    ];

    /// <summary>Half of them of one change, half of a few.</summary>
    public static Gen<object[][]> Many { get; } = Gen.OneOf(Change.Array[1, 1], Change.Array[1, 4]).Array[1, 40];
}
