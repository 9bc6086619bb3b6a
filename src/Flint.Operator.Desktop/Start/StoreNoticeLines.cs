using System.Globalization;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Desktop.Start;

/// <summary>Says on standard error what the store has to tell, at the start and while the app runs.</summary>
internal static class StoreNoticeLines
{
    /// <summary>Writes what was told so far, and the rest as it comes until the subscription is disposed.</summary>
    public static IDisposable WriteTo(TextWriter error, StoreNotices notices)
    {
        // Subscribed first, so that nothing falls between; a line written twice is better than one that is missing.
        var subscription = notices.Subscribe(notice => error.WriteLine(Sentence(notice)));
        foreach (var notice in notices.All)
            error.WriteLine(Sentence(notice));

        return subscription;
    }

    public static string Sentence(StoreNotice notice) => notice switch
    {
        StoreNotice.Restored(var takenAt, var damaged, var salvaged, var unread) => string.Create(
            CultureInfo.InvariantCulture,
            $"The database was damaged: the backup of {takenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC has taken its place, and everything that waits is held until you confirm it.{Salvaged(salvaged, unread, " since")}{Kept(damaged)}"),
        StoreNotice.StartedEmpty(var damaged, 0, var unread) =>
            $"The database was damaged and there was no backup of it: the app starts empty.{Salvaged(0, unread, "")}{Kept(damaged)}",
        StoreNotice.StartedEmpty(var damaged, var salvaged, var unread) =>
            $"The database was damaged and there was no backup of it. Everything that waits is held until you confirm it.{Salvaged(salvaged, unread, "")}{Kept(damaged)}",
        StoreNotice.NewerSchema => "This data was written by a newer version of Flint Operator. You can look, but not change or send anything: update the app.",
        StoreNotice.DamageFound => "The database was found to be damaged: stop the app and start it again. It then mends itself from its newest backup.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Salvaged(int salvaged, int unread, string since)
    {
        var brought = salvaged switch
        {
            0 => "",
            1 => $" 1 that was tapped or sent{since} is brought over from the damaged file.",
            _ => string.Create(CultureInfo.InvariantCulture, $" {salvaged} that were tapped or sent{since} are brought over from the damaged file."),
        };
        return unread == 0 ? brought : string.Create(CultureInfo.InvariantCulture, $"{brought} Entries of it that could not be read: {unread}.");
    }

    private static string Kept(string? damaged) => damaged is null ? "" : $" The damaged file was kept as {damaged}.";
}
