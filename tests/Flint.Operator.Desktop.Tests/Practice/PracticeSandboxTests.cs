using System.Net;
using System.Net.Sockets;
using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Practice;

public sealed class PracticeSandboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_FirstTime_IsReadyOnLoopback()
    {
        await using var practice = await StartAsync();

        var connection = practice.Connection;
        Assert.Equal("127.0.0.1", connection.BaseAddress.Host);
        Assert.StartsWith("flint_test_", connection.ApiKey, StringComparison.Ordinal);
        Assert.Equal($"Practice API ready: http://127.0.0.1:{connection.BaseAddress.Port} key {connection.ApiKey}", practice.ReadyLine);
        OwnerOnly.AssertFolder(_folder.Data.Practice);
    }

    [Fact]
    public async Task Start_Again_TakesTheSamePortAndKey()
    {
        ApiConnection first;
        await using (var practice = await StartAsync())
            first = practice.Connection;

        await using var again = await StartAsync();

        Assert.Equal(first, again.Connection);
    }

    [Fact]
    public async Task Start_LastPortTakenByAnother_TakesAFreeOne()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        DataFolder.EnsurePrivate(_folder.Data.Practice);
        new PracticePort(_folder.Data).Remember(taken);

        await using var practice = await StartAsync();

        Assert.NotEqual(taken, practice.Connection.BaseAddress.Port);
        Assert.Equal(practice.Connection.BaseAddress.Port, new PracticePort(_folder.Data).Recall());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("65536")]
    [InlineData("port")]
    public async Task Recall_Nonsense_IsAnyFreePort(string written)
    {
        DataFolder.EnsurePrivate(_folder.Data.Practice);
        await File.WriteAllTextAsync(Path.Combine(_folder.Data.Practice, "port"), written, TestContext.Current.CancellationToken);

        Assert.Equal(0, new PracticePort(_folder.Data).Recall());
    }

    private Task<PracticeSandbox> StartAsync() =>
        PracticeSandbox.StartAsync(_folder.Data, port: null, TimeProvider.System, TestContext.Current.CancellationToken);
}
