using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.UI.Shell;

/// <summary>A place in the navigation: where it leads and which paths light it.</summary>
public sealed record NavItem(string Name, IconName Icon, string Href, params string[] AlsoLitBy)
{
    /// <summary>The four that keep their tab on a phone.</summary>
    public static IReadOnlyList<NavItem> First { get; } =
    [
        new("collect", IconName.Collect, Routes.Collect, Routes.Guide, Routes.NewCheckout),
        new("checkouts", IconName.Receipt, Routes.Checkouts),
        new("links", IconName.Link, Routes.Links),
        new("outbox", IconName.Outbox, Routes.Outbox),
    ];

    /// <summary>Those that move under More on a phone.</summary>
    public static IReadOnlyList<NavItem> Further { get; } =
    [
        new("activity", IconName.Activity, Routes.Activity),
        new("settings", IconName.Settings, Routes.Settings),
    ];

    /// <summary>The item that a path belongs to: the longest prefix wins, so that a new checkout belongs to Collect.</summary>
    public static NavItem? Of(string path) =>
        First.Concat(Further)
            .SelectMany(item => item.AlsoLitBy.Prepend(item.Href), (item, prefix) => (item, prefix))
            .Where(candidate => Covers(candidate.prefix, path))
            .OrderByDescending(candidate => candidate.prefix.Length)
            .Select(candidate => candidate.item)
            .FirstOrDefault();

    private static bool Covers(string prefix, string path) =>
        string.Equals(path, prefix, StringComparison.OrdinalIgnoreCase)
        || (prefix.Length > 1 && path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase));
}
