namespace Flint.Operator.Desktop.Start;

internal static class ExitCode
{
    public const int Stopped = 0;
    public const int BadOption = 2;
    public const int AlreadyRunning = 3;
    public const int PortTaken = 4;
    public const int DatabaseUnusable = 5;
}
