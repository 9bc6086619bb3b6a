namespace Flint.Operator.Simulation.Histories;

/// <summary>What a history is mostly about: how often each thing happens in it. Weights, not probabilities.</summary>
internal sealed record Theme(string Name)
{
    public static IReadOnlyList<Theme> All { get; } =
    [
        new("a day at the counter"),
        new("a rough line") { Weather = 8, Absence = 1 },
        new("crashes") { Death = 8, Disk = 3, Absence = 1 },
        new("long absences") { Absence = 8, Weather = 4 },
        new("a corrupt file") { Backup = 6, Weather = 6 },
        new("clocks") { Clock = 6, Absence = 4 },
        new("a copied database") { Copy = CopyKind.OriginalRetired, Absence = 5, Weather = 4 },
        new("a live copy") { Copy = CopyKind.BothLive },
        new("one is stuck") { HasStuck = true },
    ];

    public int Tap { get; init; } = 6;

    public int Change { get; init; } = 3;

    public int Decide { get; init; } = 3;

    public int Look { get; init; } = 2;

    public int Weather { get; init; } = 4;

    public int Death { get; init; } = 2;

    public int Disk { get; init; } = 1;

    public int Backup { get; init; }

    public int Clock { get; init; } = 1;

    public int Absence { get; init; } = 2;

    public int Elsewhere { get; init; } = 2;

    public CopyKind Copy { get; init; }

    public bool HasStuck { get; init; }
}
