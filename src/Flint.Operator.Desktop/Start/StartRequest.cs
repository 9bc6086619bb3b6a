namespace Flint.Operator.Desktop.Start;

/// <summary>What the command line asks for.</summary>
internal abstract record StartRequest
{
    private StartRequest()
    {
    }

    public sealed record Run(DesktopOptions Options) : StartRequest;

    public sealed record Help : StartRequest;

    /// <summary>One sentence that names the option and what to do about it.</summary>
    public sealed record Refused(string Reason) : StartRequest;
}
