using Flint.Operator.Load;

namespace Flint.Operator.Sandbox.Tests.Load;

public sealed class LoadTests
{
    [Fact]
    public async Task ManyAtOnce_ForAWhile_NothingIsDoubledAndNothingOverpaid()
    {
        var report = await LoadRun.RunAsync(new LoadOptions(Clients: 32, Seconds: 120) { Requests = 2000 }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(report.Violations.Count == 0, report.ToString());
        Assert.True(report.Totals is { Orders: > 5, PaidOrders: > 0 } totals && totals.Sends > totals.Keys && totals.Sessions > totals.PaidOrders, report.ToString());
    }

    [Fact]
    public void Ledger_WhatMustNotBe_IsFound()
    {
        var ledger = new Ledger();
        ledger.Created("a", "ord_1");
        ledger.Created("a", "ord_1");
        ledger.Created("b", "ord_2");
        ledger.OpenSessions("ord_1", ["cs_1"]);
        ledger.Amounts("ord_1", total: 500, paid: 200, outstanding: 300);
        ledger.Records([("a", "ord_1"), ("b", "ord_2")]);
        Assert.Empty(ledger.Violations);

        ledger.Created("a", "ord_3");
        ledger.OpenSessions("ord_1", ["cs_1", "cs_2"]);
        ledger.Amounts("ord_1", total: 500, paid: 501, outstanding: -1);
        ledger.Amounts("ord_1", total: 500, paid: 200, outstanding: 200);
        ledger.Records([("a", "ord_1"), ("a", "ord_3")]);

        Assert.Equal(
            [
                "a stands on ord_1, ord_3", "key a made ord_1 and ord_3", "key b made ord_2, and there is nothing",
                "order ord_1 has 2 open sessions: cs_1, cs_2", "order ord_1: 200 paid and 200 owed of 500", "order ord_1: 501 paid and -1 owed of 500",
            ],
            ledger.Violations.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--clients", "0")]
    [InlineData("--clients", "257")]
    [InlineData("--seconds", "601")]
    [InlineData("--seconds")]
    [InlineData("--colour", "1")]
    public void Parse_BadArguments_AreRefused(params string[] arguments) => Assert.Null(LoadOptions.Parse(arguments));

    [Fact]
    public void Parse_GoodArguments_AreTaken() =>
        Assert.Equal(new LoadOptions(8, 10, 3), LoadOptions.Parse(["--clients", "8", "--seconds", "10", "--seed", "3"]));
}
