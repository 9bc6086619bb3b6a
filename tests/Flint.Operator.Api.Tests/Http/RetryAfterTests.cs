using System.Globalization;
using System.Net;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Http;

public sealed class RetryAfterTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("17", 17)]
    [InlineData("3600", 3600)]
    [InlineData("86400", 86400)]
    [InlineData("86401", 86400)]
    [InlineData("99999999999999999999", 86400)]
    public async Task Read_Seconds_AreTheWaitUpToADay(string header, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), await ReadAsync(header));

    [Theory]
    [InlineData(90, 90)]
    [InlineData(-90, 0)]
    [InlineData(80_000, 80_000)]
    [InlineData(90_000, 86_400)]
    public async Task Read_Date_IsReadAgainstTheServersClock(int secondsAhead, int seconds)
    {
        var serverNow = Given.Now.AddHours(-5);

        Assert.Equal(TimeSpan.FromSeconds(seconds), await ReadAsync(HttpDate(serverNow.AddSeconds(secondsAhead)), serverNow));
    }

    [Fact]
    public async Task Read_DateWithoutTheServersClock_IsReadAgainstOurs() => Assert.Equal(TimeSpan.FromSeconds(45), await ReadAsync(HttpDate(Given.Now.AddSeconds(45))));

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData(null)]
    public async Task Read_NeitherForm_IsNoWait(string? header) => Assert.Null(await ReadAsync(header));

    private static string HttpDate(DateTimeOffset date) => date.ToString("r", CultureInfo.InvariantCulture);

    private async Task<TimeSpan?> ReadAsync(string? header, DateTimeOffset? serverDate = null)
    {
        _rig.Transport.Answer(HttpStatusCode.TooManyRequests, Answers.Error("RATE_LIMIT_EXCEEDED"), shape: response =>
        {
            response.Headers.Date = serverDate;
            if (header is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", header);
            }
        });
        return Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendLinkAsync()).Info.RetryAfter;
    }
}
