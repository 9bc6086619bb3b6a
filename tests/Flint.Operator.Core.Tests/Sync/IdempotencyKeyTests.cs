using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class IdempotencyKeyTests
{
    [Fact]
    public void For_IsTheSameOnEveryDeviceForEver()
    {
        // Golden, computed by another implementation of RFC 9562: another value would give every waiting operation of an updated app a new key.
        Assert.Equal("4baf9b1d-ee8c-56cf-988a-106408bb4234", Operations.Ready.Key);
    }

    [Fact]
    public void For_OtherGenerationOrOperation_IsAnotherKey()
    {
        string[] keys = [IdempotencyKey.For("a", 0), IdempotencyKey.For("a", 1), IdempotencyKey.For("b", 0), IdempotencyKey.For("a/1", 0)];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
