using Flint.Operator.Faults.Tests.Stack;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Faults.Tests.Clocks;

/// <summary>The sandbox in a time that tests move on, as the world's would: its keys really expire.</summary>
public sealed class TrueTimeSandbox : IAsyncLifetime
{
    public TrueTimeSandbox() => Sandbox = new SandboxFixture(Truth);

    internal FakeTimeProvider Truth { get; } = new(DateTimeOffset.UtcNow);

    internal SandboxFixture Sandbox { get; }

    public ValueTask InitializeAsync() => Sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
