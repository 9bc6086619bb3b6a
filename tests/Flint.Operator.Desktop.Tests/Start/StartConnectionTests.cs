using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Tests.Start;

public sealed class StartConnectionTests
{
    [Theory]
    [InlineData("flint_test_a", false, true)]
    [InlineData("anything", true, true)]
    [InlineData("flint_live_a", false, false)]
    [InlineData(null, false, false)]
    public void IsTest_ByKeyAndMode_SaysWhetherMoneyMoves(string? key, bool isPractice, bool expected) =>
        Assert.Equal(expected, new StartConnection(StartConnection.HostedAddress, key, isPractice).IsTest);
}
