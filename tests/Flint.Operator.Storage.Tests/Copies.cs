namespace Flint.Operator.Storage.Tests;

/// <summary>What a kill leaves: the files as they are at this moment, nothing closed.</summary>
internal static class Copies
{
    public static async Task OfTheKilledAsync(TempFolder from, TempFolder to, params string[] names)
    {
        foreach (var name in names.Where(name => File.Exists(from.Path(name))))
        {
            await using var source = new FileStream(from.Path(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var target = new FileStream(to.Path(name), FileMode.Create);
            await source.CopyToAsync(target);
        }
    }
}
