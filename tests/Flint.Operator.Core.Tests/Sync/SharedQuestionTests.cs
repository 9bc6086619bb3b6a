using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class SharedQuestionTests
{
    private readonly SharedQuestion _question = new();
    private readonly TaskCompletionSource<bool> _answer = new();
    private int _asked;

    [Fact]
    public async Task AskAsync_WhileItIsAsked_SharesTheAnswer()
    {
        var (first, second) = (AskAsync(), AskAsync());
        _answer.SetResult(true);

        Assert.True(await first && await second);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task AskAsync_AfterTheAnswer_AsksAgain()
    {
        _answer.SetResult(true);
        await AskAsync();
        await AskAsync();

        Assert.Equal(2, _asked);
    }

    [Fact]
    public void AskAsync_TheQuestionFails_EveryoneHearsIt()
    {
        var (first, second) = (AskAsync(), AskAsync());
        _answer.SetException(new InvalidOperationException("the disk broke"));

        Assert.IsType<InvalidOperationException>(first.Exception!.InnerException);
        Assert.IsType<InvalidOperationException>(second.Exception!.InnerException);
    }

    [Fact]
    public void AskAsync_Answered_AllGoOnOnOneThreadInTheOrderTheyCame()
    {
        List<(int Caller, int Thread)> went = [];
        for (var caller = 0; caller < 4; caller++)
        {
            _ = GoOnAsync(caller, went);
        }

        _answer.SetResult(true);

        Assert.Equal([0, 1, 2, 3], went.Select(one => one.Caller));
        Assert.Single(went.Select(one => one.Thread).Distinct());
    }

    private async Task GoOnAsync(int caller, List<(int Caller, int Thread)> went)
    {
        await AskAsync().ConfigureAwait(false);
        went.Add((caller, Environment.CurrentManagedThreadId));
    }

    private Task<bool> AskAsync() => _question.AskAsync(() =>
    {
        _asked++;
#pragma warning disable VSTHRD003 // The test itself answers.
        return _answer.Task;
#pragma warning restore VSTHRD003
    });
}
