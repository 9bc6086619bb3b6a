using Flint.Operator.Faults.Tests.Processes;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.PowerCut;

/// <summary>One device on the shim's disk: its folder, and what of it would be left after a power cut.</summary>
internal sealed class CutDisk : IDisposable
{
    private const string Name = "operator.db";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _shadow = TemporaryFolder.InMemory();
    private readonly TemporaryFolder _signs = new();
    private readonly DiskShim _shim;

    public CutDisk(DiskShim shim) => _shim = shim;

    public string Database => _folder.File(Name);

    /// <summary>The file as the device finds it when its power is back.</summary>
    public string AfterTheCut => _shadow.File(Name);

    private string FullSign => _signs.File("full");

    public Task<HostProcess> StartAsync(Uri baseAddress, string apiKey, DateTimeOffset epoch) =>
        HostProcess.StartAsync(new HostConfig(Database, baseAddress, apiKey, epoch), _shim.Environment(_folder.Path, _shadow.Path, FullSign));

    public void FillUp() => File.WriteAllText(FullSign, "");

    public void MakeRoom() => File.Delete(FullSign);

    public void Dispose()
    {
        _folder.Dispose();
        _shadow.Dispose();
        _signs.Dispose();
    }
}
