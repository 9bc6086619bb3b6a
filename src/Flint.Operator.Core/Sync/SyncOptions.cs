namespace Flint.Operator.Core.Sync;

/// <summary>The numbers of sync.md. They are given here once, so that a simulation can turn them.</summary>
public sealed record SyncOptions
{
    /// <summary>A key older than this is not sent without a look: the API's window of 24 h, less a margin (section 5).</summary>
    public TimeSpan KeySafeAge { get; init; } = TimeSpan.FromHours(20);

    /// <summary>Q: client time-out + worst network delay + list staleness + margin (section 6).</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromSeconds(210);

    /// <summary>A checkout that was never sent and is older than this asks a person first (section 7), where its tap says nothing else.</summary>
    public TimeSpan TriageAge { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>First step of the backoff (section 7).</summary>
    public TimeSpan BackoffBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest step of the backoff.</summary>
    public TimeSpan BackoffCap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many failures an operation shows that it needs attention; it keeps trying slowly.</summary>
    public int AttentionFailures { get; init; } = 8;

    /// <summary>One that has waited so long shows it too, however few its failures were.</summary>
    public TimeSpan AttentionAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Shortest and longest wait between two probes while something waits and the API cannot be reached.</summary>
    public (TimeSpan Shortest, TimeSpan Longest) ProbeEvery { get; init; } = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

    /// <summary>Wait between two cheap reads while nothing is due: keeps the connectivity in the header true.</summary>
    public TimeSpan IdleEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An answer that took longer lay about while the machine slept: what it says was so then and need not be so now. Twice the client's time-out.</summary>
    public TimeSpan AnswerLife { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time between two backups while operations wait (section 9).</summary>
    public TimeSpan BackupEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>First and longest wait between two reads of a record on screen (section 8).</summary>
    public (TimeSpan First, TimeSpan Longest) WatchEvery { get; init; } = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15));

    /// <summary>How many aggregates are sent at a time, 1 to 4.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>How long looks or sends go on before the rest of the cycle has its turn: what was asked for meanwhile waits no longer.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Wait between two pulls of what changed at the API.</summary>
    public TimeSpan PullEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How far before the watermark a pull begins: the API's clock and the age of its lists are not to be trusted to the second (section 8).</summary>
    public TimeSpan PullOverlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most pages of one kind that a cycle reads before it sends again.</summary>
    public int PullPages { get; init; } = 5;

    /// <summary>When looks are taken after an attempt without a status line (section 6, row 1).</summary>
    public IReadOnlyList<TimeSpan> LooksAfterNoAnswer { get; init; } = [TimeSpan.Zero, TimeSpan.FromSeconds(5)];

    /// <summary>When looks are taken after a visible 5xx: spread over the bound on list staleness (section 6, row 2).</summary>
    public IReadOnlyList<TimeSpan> LooksAfterServerError { get; init; } =
        [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)];

    /// <summary>The wait after <c>IDEMPOTENCY_KEY_IN_PROGRESS</c> when the API names none (section 6, row 3).</summary>
    public TimeSpan InProgressWait { get; init; } = TimeSpan.FromSeconds(2);
}
