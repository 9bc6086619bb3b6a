using System.Net;
using System.Text;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Device;

public sealed class OutboxDownloadTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Get_InSession_IsAFileToSaveAndNotToKeep()
    {
        using var response = await app.GetInSessionAsync("/outbox.csv");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Matches("^flint-outbox-[0-9]{8}-[0-9]{6}\\.csv$", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.StartsWith("operation_id,reference,", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Get_FromElsewhere_IsRefused(string header, string value)
    {
        using var response = await app.GetInSessionAsync("/outbox.csv", (header, value));

        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain("operation_id", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InSession_IsRefused()
    {
        using var response = await app.SendAsync(HttpMethod.Post, "/outbox.csv", ("Cookie", app.Cookie));

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.DoesNotContain("operation_id", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
