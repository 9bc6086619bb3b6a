namespace Flint.Operator.ViewModels.Settings;

/// <summary>The parts of the settings that are saved apart.</summary>
public enum SettingsPart
{
    Counter,
    Checkouts,
    Appearance,
}
