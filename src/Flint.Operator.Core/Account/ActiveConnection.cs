namespace Flint.Operator.Core.Account;

/// <summary>
/// The connection in force. It can change while the app runs; every request reads it anew, so no request carries a stale key.
/// Only one that was accepted may carry anything but the question whose key it is.
/// </summary>
public sealed class ActiveConnection(ApiConnection initial)
{
    private ApiConnection _current = initial;
    private ApiConnection? _accepted;

    /// <summary>Raised after a change, on the thread that made it.</summary>
    public event EventHandler? Changed;

    /// <summary>The connection in force.</summary>
    public ApiConnection Current => Volatile.Read(ref _current);

    /// <summary>Whether the API has said whose key the connection in force has.</summary>
    public bool IsAccepted => Accepts(Current);

    /// <summary>Puts another connection in force.</summary>
    public void Use(ApiConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);

        // A copy: the same key put in force once more is asked about once more, for another may have been in force in between.
        Volatile.Write(ref _current, connection with { });
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The API has said whose key this is. One that is no longer in force gains nothing by it.</summary>
    public void Accept(ApiConnection connection) => Volatile.Write(ref _accepted, connection);

    /// <summary>Whether this very connection, as it was read from <see cref="Current"/>, may carry requests.</summary>
    public bool Accepts(ApiConnection connection) => ReferenceEquals(Volatile.Read(ref _accepted), connection);
}
