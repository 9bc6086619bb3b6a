namespace Flint.Operator.Faults.Tests.Clocks;

/// <summary>Where the device's wall clock goes; its monotonic clock and the world do not follow.</summary>
public enum ClockJump
{
    FortyHoursAhead,
    FortyHoursBack,
    To1970,
}
