using System.Threading.Channels;

namespace Flint.Operator.Core.Sync;

/// <summary>Wakes the sync loop: a tap, a resume, a change of the connection, a hint from the OS that the network is back. Many prompts are one.</summary>
public sealed class SyncSignal(TimeProvider time)
{
    private readonly Channel<bool> _prompts = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether a prompt waits to be taken.</summary>
    public bool IsPrompted => _prompts.Reader.Count > 0;

    /// <summary>Asks for a cycle now.</summary>
    public void Prompt() => _prompts.Writer.TryWrite(true);

    /// <summary>Returns at a prompt or when <paramref name="wait"/> is over, whichever comes first, and takes the prompt.</summary>
    public async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (_prompts.Reader.TryRead(out _))
        {
            return;
        }

        using var timer = new CancellationTokenSource(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await _prompts.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The wait is over; nothing was prompted.
        }
    }
}
