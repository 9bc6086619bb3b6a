namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The three sizes that every screen is looked at in.</summary>
public sealed record Viewport(string Name, int Width, int Height)
{
    public static Viewport Phone { get; } = new("phone", 390, 844);

    public static Viewport Tablet { get; } = new("tablet", 1180, 820);

    public static Viewport Desktop { get; } = new("desktop", 1440, 900);

    public static IReadOnlyList<Viewport> All { get; } = [Phone, Tablet, Desktop];
}
