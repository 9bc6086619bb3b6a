using Flint.Operator.Load;

namespace Flint.Operator.Sandbox.Tests.Load;

public sealed class LoadTests
{
    [Fact]
    public async Task ManyAtOnce_ForAWhile_NothingIsDoubledAndNothingOverpaid()
    {
        var report = await LoadRun.RunAsync(new LoadOptions(Clients: 32, Seconds: 120) { Requests = 2000 }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(report.Violations.Count == 0, report.ToString());
        Assert.True(report.Totals is { Orders: > 5, PaidOrders: > 0 } totals && totals.Sends > totals.Keys && totals.Keys > totals.Orders && totals.Sessions > totals.PaidOrders, report.ToString());
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
        ledger.Refused("c", "ORDER_NOT_OPEN");
        ledger.Refused("c", "ORDER_NOT_OPEN");
        ledger.Ended("cs_1", "paid");
        ledger.Ended("cs_1", "paid");
        ledger.Records([("a", "ord_1"), ("b", "ord_2")]);
        ledger.Sessions([("cs_1", "paid"), ("cs_2", "open")]);
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

    [Fact]
    public void Ledger_KeyOfARefusalThatMadeSomething_OrSessionThatCameBack_IsFound()
    {
        var ledger = new Ledger();
        ledger.Refused("launch-1", "ORDER_NOT_OPEN");
        ledger.Refused("launch-1", "CHECKOUT_SESSION_ALREADY_EXISTS cs_2");
        ledger.Refused("launch-2", "ORDER_NOT_OPEN");
        ledger.Created("launch-2", "cs_4");
        ledger.Ended("cs_1", "closed");
        ledger.Ended("cs_1", "paid");
        ledger.Ended("cs_2", "closed");
        ledger.Records([("launch-1", "cs_3"), ("launch-2", "cs_4")]);
        ledger.Sessions([("cs_2", "open")]);

        Assert.Equal(
            [
                "key launch-1 was refused with ORDER_NOT_OPEN and with CHECKOUT_SESSION_ALREADY_EXISTS cs_2", "key launch-1 was refused with ORDER_NOT_OPEN, and made cs_3",
                "key launch-2 was refused with ORDER_NOT_OPEN, and made cs_4", "session cs_1 ended closed and paid", "session cs_1 ended closed, and it is gone",
                "session cs_2 ended closed, and it is open",
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
