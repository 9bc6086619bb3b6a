namespace Flint.Operator.Faults.Tests.Network;

/// <summary>Every write that a tap makes. An order is closed by no tap, but where a second one is met: the simulation has that.</summary>
public enum Write
{
    CreateLink,
    CreateOrder,
    CreateSession,
    EditLink,
    PauseLink,
    ResumeLink,
    RenewSession,
    CloseSession,
}
