namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>A folder that ends with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    private TemporaryFolder(string path) => Path = path;

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("flint-faults-").FullName)
    {
    }

    public string Path { get; }

    /// <summary>In memory where the system offers that: for what is copied at every sync and has to last for a test only.</summary>
    public static TemporaryFolder InMemory() => Directory.Exists(Memory)
        ? new TemporaryFolder(Directory.CreateDirectory(System.IO.Path.Combine(Memory, "flint-faults-" + Guid.NewGuid().ToString("N"))).FullName)
        : new TemporaryFolder();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
