namespace Flint.Operator.Simulation.Server;

/// <summary>
/// What kind of server a history meets. All but the last leave a careful client a way to know; what each may do is limited so
/// that it never is the last one by accident.
/// </summary>
internal sealed record ServerKind(string Name)
{
    /// <summary>Work and key are one transaction; lists are fresh.</summary>
    public static ServerKind Exact { get; } = new("exact");

    /// <summary>Work and key are one transaction; lists lag.</summary>
    public static ServerKind Stale { get; } = new("stale lists") { MostStale = 60 };

    /// <summary>A 5xx is kept under the key and replayed, whether or not the work was done.</summary>
    public static ServerKind KeepsErrors { get; } = new("keeps errors") { StoresErrors = true, MostStale = 60 };

    /// <summary>A 5xx after the work was done, key not kept. The reply may be lost, but then the record is in the list within 5 s.</summary>
    public static ServerKind ErrorsAfterWork { get; } = new("errors after work") { ForgetsKeys = true, MostStale = 1.5, IsPrompt = true };

    /// <summary>The same with a lagging list; then the 5xx is always seen by the client.</summary>
    public static ServerKind ErrorsAfterWorkSeen { get; } = new("errors after work, always seen") { ForgetsKeys = true, MostStale = 60, IsPrompt = true, RepliesArrive = true };

    /// <summary>The known limit (sync.md section 6): work done, key not kept, reply lost and the list older than 5 s.</summary>
    public static ServerKind Worst { get; } = new("worst") { ForgetsKeys = true, MostStale = 60 };

    /// <summary>How many seconds a list may lag.</summary>
    public double MostStale { get; init; }

    public bool StoresErrors { get; init; }

    public bool ForgetsKeys { get; init; }

    /// <summary>Requests arrive at once or never, and once only.</summary>
    public bool IsPrompt { get; init; }

    /// <summary>No reply is lost: neither on its way nor because the device died or its disk was full.</summary>
    public bool RepliesArrive { get; init; }

    /// <summary>Only this one may be made to create a second record.</summary>
    public bool MayDouble => ForgetsKeys && !IsPrompt;
}
