namespace Flint.Operator.Core.Account;

/// <summary>The connection in force. It can change while the app runs; every request reads it anew, so no request carries a stale key.</summary>
public sealed class ActiveConnection(ApiConnection initial)
{
    private ApiConnection _current = initial;

    /// <summary>Raised after a change, on the thread that made it.</summary>
    public event EventHandler? Changed;

    /// <summary>The connection in force.</summary>
    public ApiConnection Current => Volatile.Read(ref _current);

    /// <summary>Puts another connection in force.</summary>
    public void Use(ApiConnection connection)
    {
        Volatile.Write(ref _current, connection);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
