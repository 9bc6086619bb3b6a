namespace Flint.Operator.Core.Settings;

/// <summary>Which of the two looks is shown.</summary>
public enum Appearance
{
    /// <summary>As the system says.</summary>
    System,

    /// <summary>Always light.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}
