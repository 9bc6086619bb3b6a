namespace Flint.Operator.Faults.Tests.Network;

/// <summary>Every write the app makes.</summary>
public enum Write
{
    CreateLink,
    CreateOrder,
    CreateSession,
    PauseLink,
    CloseSession,
}
