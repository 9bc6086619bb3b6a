using System.Text;
using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Desktop.Tests.Device;

public sealed class DataProtectionSecretStoreTests : IDisposable
{
    private const string Key = "flint_test_very-secret";

    private readonly TemporaryFolder _folder = new();

    private string SecretFile => Path.Combine(_folder.Data.Secrets, "api-key.secret");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_Nothing_IsMissing() => Assert.IsType<SecretReading.Missing>(await ReadAsync());

    [Fact]
    public async Task Read_AfterRestart_FindsWhatWasWritten()
    {
        await WriteAsync(Key);

        Assert.Equal(Key, Assert.IsType<SecretReading.Found>(await ReadAsync()).Value);
    }

    [Fact]
    public async Task Write_Again_Replaces()
    {
        await WriteAsync("old");
        await WriteAsync(Key);

        Assert.Equal(Key, Assert.IsType<SecretReading.Found>(await ReadAsync()).Value);
        Assert.Equal([SecretFile], Directory.GetFiles(_folder.Data.Secrets));
    }

    [Fact]
    public async Task Write_Any_LeavesNothingInPlainTextAndNothingOpenToOthers()
    {
        await WriteAsync(Key);

        var files = Directory.GetFiles(_folder.Data.Secrets, "*", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        foreach (var file in files)
        {
            OwnerOnly.AssertFile(file);
            Assert.DoesNotContain("very-secret", await File.ReadAllTextAsync(file, Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        OwnerOnly.AssertFolder(_folder.Data.Secrets);
        OwnerOnly.AssertFolder(Path.Combine(_folder.Data.Secrets, "keys"));
    }

    [Fact]
    public async Task Remove_Stored_IsMissingAfterwards()
    {
        await WriteAsync(Key);

        await Store().RemoveAsync("api-key", TestContext.Current.CancellationToken);
        await Store().RemoveAsync("api-key", TestContext.Current.CancellationToken);

        Assert.IsType<SecretReading.Missing>(await ReadAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Read_DamagedFile_IsUnreadableAndStays(int length)
    {
        await WriteAsync(Key);
        var damaged = (await File.ReadAllBytesAsync(SecretFile, TestContext.Current.CancellationToken))[..length];
        await File.WriteAllBytesAsync(SecretFile, damaged, TestContext.Current.CancellationToken);

        Assert.IsType<SecretReading.Unreadable>(await ReadAsync());
        Assert.Equal(damaged, await File.ReadAllBytesAsync(SecretFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_WithoutTheProtectingKey_IsUnreadableAndWriteWorksAgain()
    {
        await WriteAsync(Key);
        Directory.Delete(Path.Combine(_folder.Data.Secrets, "keys"), recursive: true);

        Assert.IsType<SecretReading.Unreadable>(await ReadAsync());

        await WriteAsync("new");
        Assert.Equal("new", Assert.IsType<SecretReading.Found>(await ReadAsync()).Value);
    }

    [Fact]
    public async Task Read_FileOfAnotherName_IsUnreadable()
    {
        await WriteAsync(Key);
        File.Move(SecretFile, Path.Combine(_folder.Data.Secrets, "other.secret"));

        Assert.IsType<SecretReading.Unreadable>(await Store().ReadAsync("other", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Api")]
    [InlineData("../api-key")]
    [InlineData("api key")]
    [InlineData("api-key\n")]
    public async Task AnyCall_WithBadName_Throws(string name)
    {
        var store = Store();

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReadAsync(name, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.WriteAsync(name, Key, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.RemoveAsync(name, default));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesTheOldValueAndNoDraft()
    {
        await WriteAsync(Key);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store().WriteAsync("api-key", "new", new CancellationToken(canceled: true)));

        Assert.Equal(Key, Assert.IsType<SecretReading.Found>(await ReadAsync()).Value);
        Assert.Equal([SecretFile], Directory.GetFiles(_folder.Data.Secrets));
    }

    [Fact]
    public void ToString_OfFound_DoesNotShowTheValue() =>
        Assert.DoesNotContain("secret", new SecretReading.Found(Key).ToString(), StringComparison.Ordinal);

    /// <summary>A new one each time, as after a restart.</summary>
    private DataProtectionSecretStore Store() =>
        new(_folder.Data, SecretProtection.Open(_folder.Data), NullLogger<DataProtectionSecretStore>.Instance);

    private ValueTask<SecretReading> ReadAsync() => Store().ReadAsync("api-key", TestContext.Current.CancellationToken);

    private ValueTask WriteAsync(string value) => Store().WriteAsync("api-key", value, TestContext.Current.CancellationToken);
}
