namespace Flint.Operator.Desktop.Device;

internal enum WindowOutcome
{
    /// <summary>No browser asked for the app in time.</summary>
    NeverOpened,

    /// <summary>A browser that was open already shows the app; when it closes cannot be seen.</summary>
    HandedOver,

    /// <summary>The app's own window was shown and closed again.</summary>
    Closed,
}
