using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Tests.Hosting;

/// <summary>A data folder of one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Data = DataFolder.Open(Directory.CreateTempSubdirectory("flint-operator-").FullName);

    public DataFolder Data { get; }

    public string Path => Data.Path;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
