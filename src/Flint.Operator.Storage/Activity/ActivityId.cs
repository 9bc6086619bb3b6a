namespace Flint.Operator.Storage.Activity;

/// <summary>The number of a row of activity: it sorts as the local id does that it stands for.</summary>
internal static class ActivityId
{
    // Crockford's, which ULIDs are written in. The first ten letters are the time, in milliseconds.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    // Left below the letters for ids that are alike in all of them; the writer takes the next number that is free.
    private const int BitsBelow = 3;

    public static long Of(string lid)
    {
        var id = 0L;
        for (var at = 0; at < Length; at++)
        {
            id = (id << 5) | (at < lid.Length ? Place(lid[at]) : 0L);
        }

        return id << BitsBelow;
    }

    // A letter that is none of them takes the place of the next one that is.
    private static long Place(char letter) => Math.Min(Letters.Count(other => other < letter), Letters.Length - 1);
}
