namespace Flint.Operator.UI.Controls;

public enum QrSize
{
    /// <summary>Comfortable to scan: never below 40 mm on a phone, 56 mm on a tablet or desktop.</summary>
    Standard,

    /// <summary>As large as its container and the window allow.</summary>
    Edge,
}
