using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Desktop.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Desktop.Tests.Practice;

public sealed class ConnectionChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DataProtectionSecretStore _secrets;
    private readonly DesktopOptions _options;

    public ConnectionChoiceTests()
    {
        _secrets = new(_folder.Data, SecretProtection.Open(_folder.Data), NullLogger<DataProtectionSecretStore>.Instance);
        _options = new DesktopOptions { DataFolder = _folder.Path };
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Choose_NoKeyAnywhere_IsPractice() => Assert.Null(await ChooseAsync(_options));

    [Fact]
    public async Task Choose_KeyInTheEnvironment_IsTakenBeforeTheStoredOne()
    {
        await StoreKeyAsync("stored");

        Assert.Equal(new ApiConnection(ApiConnection.HostedAddress, "named"), await ChooseAsync(_options with { ApiKey = "named" }));
    }

    [Fact]
    public async Task Choose_StoredKey_IsTaken()
    {
        await StoreKeyAsync("stored");

        Assert.Equal(new ApiConnection(ApiConnection.HostedAddress, "stored"), await ChooseAsync(_options));
    }

    [Fact]
    public async Task Choose_PracticeByName_IsPracticeWhateverTheKey()
    {
        await StoreKeyAsync("stored");

        Assert.Null(await ChooseAsync(_options with { ApiKey = "named", ForcesPractice = true }));
    }

    [Fact]
    public async Task Choose_StoredKeyUnreadable_AsksForItAndDoesNotSlideIntoPractice()
    {
        await StoreKeyAsync("stored");
        await File.WriteAllTextAsync(Path.Combine(_folder.Data.Secrets, "api-key.secret"), "damaged", TestContext.Current.CancellationToken);

        Assert.Equal(new ApiConnection(ApiConnection.HostedAddress, null), await ChooseAsync(_options));
    }

    private ValueTask StoreKeyAsync(string key) => _secrets.WriteAsync(ConnectionOperations.KeyName, key, TestContext.Current.CancellationToken);

    private Task<ApiConnection?> ChooseAsync(DesktopOptions options) =>
        ConnectionChoice.ChooseAsync(options, _secrets, TestContext.Current.CancellationToken);
}
