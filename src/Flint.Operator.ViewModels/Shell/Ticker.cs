namespace Flint.Operator.ViewModels.Shell;

/// <summary>Calls back every so often, so that the ages on a screen stay true without a new fact.</summary>
public sealed class Ticker(TimeProvider time, TimeSpan every, Action tick) : IDisposable
{
    private readonly ITimer _timer = time.CreateTimer(_ => tick(), null, every, every);

    public void Dispose() => _timer.Dispose();
}
