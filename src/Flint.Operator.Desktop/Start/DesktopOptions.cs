namespace Flint.Operator.Desktop.Start;

/// <summary>Everything the command line and the environment decide, already checked.</summary>
internal sealed record DesktopOptions
{
    public const int DefaultPort = 5180;

    public int Port { get; init; } = DefaultPort;

    public required string DataFolder { get; init; }

    public bool OpensWindow { get; init; } = true;

    public bool ForcesPractice { get; init; }

    /// <summary>Null when not named: then the port of the last run is taken again where it is free.</summary>
    public int? PracticePort { get; init; }

    /// <summary>Null when the environment names none: then the app's own setting counts, and the hosted API after it.</summary>
    public Uri? BaseAddress { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>A record prints its members, and one of these is the key.</summary>
    public override string ToString() => nameof(DesktopOptions);
}
