namespace Flint.Operator.Core.Account;

/// <summary>What reading a secret came to: <see cref="Found"/>, <see cref="Missing"/> or <see cref="Unreadable"/>.</summary>
public abstract record SecretReading
{
    private SecretReading()
    {
    }

    /// <summary>The secret is there.</summary>
    /// <param name="Value">The secret itself. It is left out of <see cref="ToString"/>, so that a log line cannot spill it.</param>
    public sealed record Found(string Value) : SecretReading
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Found);
    }

    /// <summary>Nothing is stored under this name.</summary>
    public sealed record Missing : SecretReading;

    /// <summary>
    /// Something is stored but cannot be read: damaged, or the platform key is gone (a restored backup, another user account).
    /// Ask the operator for the secret again. Never delete anything else because of this.
    /// </summary>
    public sealed record Unreadable : SecretReading;
}
