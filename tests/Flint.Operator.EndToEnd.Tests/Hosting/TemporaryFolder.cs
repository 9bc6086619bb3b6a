namespace Flint.Operator.EndToEnd.Tests.Hosting;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flint-operator-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
