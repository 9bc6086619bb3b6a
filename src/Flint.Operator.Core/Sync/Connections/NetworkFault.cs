namespace Flint.Operator.Core.Sync.Connections;

/// <summary>Where on the way a call broke.</summary>
public enum NetworkFault
{
    /// <summary>The host's name could not be resolved.</summary>
    NameResolution,

    /// <summary>No connection could be made.</summary>
    Connect,

    /// <summary>The connection could not be secured.</summary>
    Tls,

    /// <summary>A proxy refused the tunnel.</summary>
    Proxy,

    /// <summary>No answer within the limit.</summary>
    TimedOut,

    /// <summary>The connection broke before the answer was whole.</summary>
    Broken,

    /// <summary>There is no API key to send with.</summary>
    NoKey,

    /// <summary>The key was changed, and the API has not said yet whose the new one is.</summary>
    KeyChanged,

    /// <summary>The API asked for quiet just before it would have left.</summary>
    HeldBack,
}
