namespace Flint.Operator.Core.Sync.Connections;

/// <summary>How requests to the API fare.</summary>
public enum Connectivity
{
    /// <summary>Requests do not get through.</summary>
    Offline,

    /// <summary>They get through, but answers are lost, broken, not the API's, or 5xx.</summary>
    Limited,

    /// <summary>The last request was answered.</summary>
    Online,
}
