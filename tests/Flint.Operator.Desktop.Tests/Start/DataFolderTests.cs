using System.Globalization;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Start;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_MissingFolder_MakesItForTheOwnerOnly()
    {
        var folder = DataFolder.Open(Path.Combine(_folder.Path, "new"));

        OwnerOnly.AssertFolder(folder.Path);
    }

    [Fact]
    public void EnsurePrivate_FolderOpenToOthers_ClosesIt()
    {
        var path = Directory.CreateDirectory(_folder.Data.Secrets).FullName;

        DataFolder.EnsurePrivate(path);

        OwnerOnly.AssertFolder(path);
    }

    [Fact]
    public void Take_HeldFolder_IsRefusedWithTheProcessNumber()
    {
        using var held = DataFolderLock.Take(_folder.Data);

        var refusal = Assert.Throws<StartRefusedException>(() => DataFolderLock.Take(_folder.Data));

        Assert.Equal(ExitCode.AlreadyRunning, refusal.ExitCode);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"(process {Environment.ProcessId})"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_ReleasedFolder_IsHeldAgain()
    {
        DataFolderLock.Take(_folder.Data).Dispose();

        using var again = DataFolderLock.Take(_folder.Data);

        Assert.NotNull(again);
    }
}
