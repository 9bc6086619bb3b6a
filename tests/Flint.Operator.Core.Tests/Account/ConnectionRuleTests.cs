using Flint.Operator.Core.Account;

namespace Flint.Operator.Core.Tests.Account;

public sealed class ConnectionRuleTests
{
    private static readonly ApiConnection Hosted = new(ApiConnection.HostedAddress, "flint_live_x");
    private static readonly ApiConnection Practice = new(new Uri("http://127.0.0.1:5190"), "flint_test_x");

    [Theory]
    [InlineData("https://api.withflintpay.com", true)]
    [InlineData("https://api.staging.withflintpay.com/", true)]
    [InlineData("http://127.0.0.1:5190", true)]
    [InlineData("http://localhost:5190", true)]
    [InlineData("http://[::1]:5190", true)]
    [InlineData("http://api.withflintpay.com", false)]
    [InlineData("http://192.168.1.5", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("https://user:pass@api.withflintpay.com", false)]
    [InlineData("https://api.withflintpay.com/?key=1", false)]
    [InlineData("ftp://127.0.0.1", false)]
    public void IsAllowed_HttpsOrLoopback_Only(string address, bool allowed) => Assert.Equal(allowed, ApiConnection.IsAllowed(new Uri(address)));

    [Theory]
    [InlineData("https://checkout.withflintpay.com/pay/pl_1", true)]
    [InlineData("https://checkout.withflintpay.com/checkout/cs_1#checkout_token=x", true)]
    [InlineData("http://checkout.withflintpay.com/pay/pl_1", false)]
    [InlineData("https://checkout.withflintpay.com.evil.example/pay/pl_1", false)]
    [InlineData("https://checkout.withflintpay.com:8443/pay/pl_1", false)]
    [InlineData("https://a@checkout.withflintpay.com/pay/pl_1", false)]
    [InlineData("http://127.0.0.1:5190/pay/pl_1", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void Allows_OnTheHostedApi_OnlyThePaymentHost(string? url, bool allowed) => Assert.Equal(allowed, PaymentHosts.Allows(url, Hosted));

    [Theory]
    [InlineData("http://127.0.0.1:5190/pay/pl_1", true)]
    [InlineData("http://evil.example/pay/pl_1", false)]
    public void Allows_OnThePracticeApi_LoopbackToo(string url, bool allowed) => Assert.Equal(allowed, PaymentHosts.Allows(url, Practice));

    [Fact]
    public void ToString_NeverShowsTheKey() => Assert.DoesNotContain("flint_test_x", Practice.ToString(), StringComparison.Ordinal);
}
