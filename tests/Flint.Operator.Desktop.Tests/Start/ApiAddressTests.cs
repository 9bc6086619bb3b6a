using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Tests.Start;

public sealed class ApiAddressTests
{
    [Theory]
    [InlineData("https://api.withflintpay.com")]
    [InlineData("https://127.0.0.1:8443/")]
    [InlineData("http://127.0.0.1:5181")]
    [InlineData("http://localhost:5181/")]
    [InlineData("http://[::1]:5181/")]
    public void TryParse_SafeAddress_IsTaken(string text)
    {
        Assert.True(ApiAddress.TryParse(text, out var address));
        Assert.Equal(new Uri(text), address);
    }

    [Theory]
    [InlineData("http://api.withflintpay.com")]
    [InlineData("http://192.168.1.5:5181")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///tmp/api")]
    [InlineData("/v1")]
    [InlineData("127.0.0.1:5181")]
    [InlineData("https://user:word@api.withflintpay.com")]
    [InlineData("https://api.withflintpay.com?x=1")]
    [InlineData("https://api.withflintpay.com#x")]
    public void TryParse_UnsafeAddress_IsRefused(string text) => Assert.False(ApiAddress.TryParse(text, out _));
}
