namespace Flint.Operator.ViewModels.Settings;

/// <summary>What was done with the connection, to say that it was taken.</summary>
public enum ConnectionDeed
{
    Saved,
    KeyRemoved,
}
