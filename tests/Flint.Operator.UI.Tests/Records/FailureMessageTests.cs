using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Tests.Records;

public sealed class FailureMessageTests : UITest
{
    [Fact]
    public void Of_EveryRefusalOfTheDisk_HasASentenceOfItsOwn()
    {
        var refusals = Enum.GetValues<CommitOutcome>().Where(outcome => outcome != CommitOutcome.Committed).ToList();

        var sentences = refusals.ConvertAll(outcome => Of(new SaveOutcome.NotSaved(outcome)));

        Assert.Equal(refusals.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.All(sentences, sentence => Assert.Contains("nothing was saved", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CommitOutcome.Damaged, "start it again")]
    [InlineData(CommitOutcome.NewerSchema, "Update the app")]
    [InlineData(CommitOutcome.DiskFull, "Free some space")]
    public void Of_ARefusal_SaysWhatToDo(CommitOutcome reason, string advice) =>
        Assert.Contains(advice, Of(new SaveOutcome.NotSaved(reason)), StringComparison.Ordinal);

    private string? Of(SaveOutcome outcome) => FailureMessage.Of(Services.GetRequiredService<IStringLocalizer<Texts>>(), outcome);
}
