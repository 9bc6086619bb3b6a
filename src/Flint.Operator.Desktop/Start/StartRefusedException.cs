namespace Flint.Operator.Desktop.Start;

/// <summary>The app cannot start, for a reason the person at the keyboard can remove. The message is written for them.</summary>
internal sealed class StartRefusedException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
