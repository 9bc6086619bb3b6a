namespace Flint.Operator.Storage.Tests;

/// <summary>What a kill leaves: the files as they are at this moment, nothing closed.</summary>
internal static class Copies
{
    public static void OfTheKilled(TempFolder from, TempFolder to, params string[] names)
    {
        foreach (var name in names.Where(name => File.Exists(from.Path(name))))
        {
            File.WriteAllBytes(to.Path(name), Read(from.Path(name)));
        }
    }

    /// <summary>The bytes of a file that is open elsewhere.</summary>
    public static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
