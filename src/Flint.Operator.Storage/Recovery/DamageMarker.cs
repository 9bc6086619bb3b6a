using Flint.Operator.Storage.Schema;

namespace Flint.Operator.Storage.Recovery;

/// <summary>A small file beside the database: damage was met, or is being mended. While it stands, an opening checks the whole file.</summary>
internal sealed class DamageMarker(string file)
{
    private readonly string _path = file + ".suspect";

    public bool IsSet => File.Exists(_path);

    /// <exception cref="IOException">It could not be written.</exception>
    public void Set()
    {
        DatabaseFile.Create(_path);
        File.WriteAllText(_path, "Damage was met in the database beside this file. The next start of the app checks it and mends it from the newest backup.\n");
        DatabaseFile.Flush(_path);
    }

    public void Clear() => File.Delete(_path);
}
