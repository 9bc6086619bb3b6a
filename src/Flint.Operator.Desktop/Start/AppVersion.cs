using System.Reflection;

namespace Flint.Operator.Desktop.Start;

internal static class AppVersion
{
    /// <summary>Without the build metadata behind the plus sign.</summary>
    public static string Text { get; } =
        (typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0];
}
