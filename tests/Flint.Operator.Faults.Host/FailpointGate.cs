namespace Flint.Operator.Faults.Host;

/// <summary>Stops the run for good when it comes to its failpoint, and says so: the parent then kills it.</summary>
internal sealed class FailpointGate(Failpoint failpoint, int occurrence)
{
    private int _passed;

    public async Task PassAsync(Failpoint here)
    {
        if (here != Failpoint.None && here == failpoint && Interlocked.Increment(ref _passed) == occurrence)
        {
            Output.Say($"at {here}");
            await Task.Delay(Timeout.Infinite);
        }
    }
}
