using Flint.Operator.Storage.Schema;

namespace Flint.Operator.Storage.Recovery;

/// <summary>A small file beside the database: damage was met, or is being mended. While it stands, an opening checks the whole file.</summary>
internal sealed class DamageMarker(string file)
{
    private readonly string _path = file + ".suspect";

    public bool IsSet => File.Exists(_path);

    /// <summary>Where a mending that did not end meant to move the damaged file; null when none had begun.</summary>
    public string? Aside =>
        IsSet && File.ReadLines(_path).Skip(1).FirstOrDefault() is { Length: > 0 } name ? Path.Combine(Path.GetDirectoryName(_path)!, Path.GetFileName(name)) : null;

    /// <param name="aside">Where the damaged file is about to be moved.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Set(string? aside = null)
    {
        DatabaseFile.Create(_path);
        File.WriteAllText(
            _path,
            $"Damage was met in the database beside this file. The next start of the app checks it and mends it from the newest backup.\n{Path.GetFileName(aside)}\n");
        DatabaseFile.Flush(_path);
    }

    public void Clear() => File.Delete(_path);
}
