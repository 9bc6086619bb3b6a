using MudBlazor;

namespace Flint.Operator.UI.Shell;

/// <summary>The tokens of app.css, told to MudBlazor in its own words.</summary>
internal static class OperatorTheme
{
    private static readonly string[] Fonts = ["Inter", "Noto Sans Arabic", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#2f4bd8", PrimaryContrastText = "#ffffff", Secondary = "#4a5362", Tertiary = "#0a6464",
            Background = "#f4f5f7", BackgroundGray = "#eceef2", Surface = "#ffffff", DrawerBackground = "#ffffff",
            TextPrimary = "#12161f", TextSecondary = "#5f6878", TextDisabled = "#5f6878", ActionDefault = "#4a5362", ActionDisabled = "#868e9c",
            LinesDefault = "#e2e5ea", LinesInputs = "#e2e5ea", Divider = "#e2e5ea", TableLines = "#e2e5ea",
            Success = "#0d6632", Warning = "#7a4f00", Error = "#a11c17", Info = "#2f4bd8", Dark = "#12161f",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#93a5ff", PrimaryContrastText = "#0d1230", Secondary = "#b9c0cc", Tertiary = "#7fe0d8",
            Background = "#0e1116", BackgroundGray = "#20252f", Surface = "#171b23", DrawerBackground = "#171b23",
            TextPrimary = "#f2f4f8", TextSecondary = "#98a1b0", TextDisabled = "#98a1b0", ActionDefault = "#b9c0cc", ActionDisabled = "#6b7483",
            LinesDefault = "#2a303b", LinesInputs = "#2a303b", Divider = "#2a303b", TableLines = "#2a303b",
            Success = "#86e2a8", Warning = "#ffd479", Error = "#ffaca6", Info = "#aab8ff", Dark = "#242a36",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.0625rem", FontWeight = "640", LetterSpacing = "-.01em" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "12px" },
    };
}
