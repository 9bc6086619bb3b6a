using Flint.Operator.Desktop.Security;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Desktop.Tests.Security;

public sealed class StartTokensTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StartTokens _tokens;

    public StartTokensTests() => _tokens = new StartTokens(_time);

    [Fact]
    public void Issue_Twice_GivesTwoLongTokens()
    {
        var first = _tokens.Issue();
        var second = _tokens.Issue();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", first.Text);
        Assert.NotEqual(first.Text, second.Text, StringComparer.Ordinal);
    }

    [Fact]
    public void Redeem_Token_WorksOnce()
    {
        var token = _tokens.Issue();

        Assert.False(token.Used.IsCompleted);
        Assert.True(_tokens.Redeem(token.Text));
        Assert.True(token.Used.IsCompletedSuccessfully);
        Assert.False(_tokens.Redeem(token.Text));
    }

    [Fact]
    public void Redeem_OneOfTwo_LeavesTheOther()
    {
        var forWindow = _tokens.Issue(TimeSpan.FromSeconds(60));
        var printed = _tokens.Issue();

        Assert.True(_tokens.Redeem(forWindow.Text));
        Assert.False(printed.Used.IsCompleted);
        Assert.True(_tokens.Redeem(printed.Text));
    }

    [Fact]
    public void Redeem_WrongText_IsRefusedAndUsesNothingUp()
    {
        var token = _tokens.Issue();

        Assert.False(_tokens.Redeem(""));
        Assert.False(_tokens.Redeem(token.Text[..^1]));
        Assert.False(_tokens.Redeem(token.Text + "A"));
        Assert.False(_tokens.Redeem(new string('A', token.Text.Length)));
        Assert.True(_tokens.Redeem(token.Text));
    }

    [Fact]
    public void Redeem_AfterItsTime_IsRefused()
    {
        var timed = _tokens.Issue(TimeSpan.FromSeconds(60));
        var printed = _tokens.Issue();

        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.False(_tokens.Redeem(timed.Text));
        Assert.True(_tokens.Redeem(printed.Text));
    }

    [Fact]
    public void Redeem_ManyAtOnce_LetsOneThrough()
    {
        var token = _tokens.Issue();
        var opened = 0;

        Parallel.For(0, 64, _ =>
        {
            if (_tokens.Redeem(token.Text))
                Interlocked.Increment(ref opened);
        });

        Assert.Equal(1, opened);
    }

    [Fact]
    public void ToString_OfToken_DoesNotShowIt()
    {
        var token = _tokens.Issue();

        Assert.DoesNotContain(token.Text, token.ToString(), StringComparison.Ordinal);
    }
}
