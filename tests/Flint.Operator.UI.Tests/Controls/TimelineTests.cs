using Bunit;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class TimelineTests : UITest
{
    [Fact]
    public void Render_Steps_SayTheirProgressInWords()
    {
        var steps = Render<Timeline>(p => p.Add(t => t.Steps,
            [
                new TimelineStep("Saved on this device", StepProgress.Done, "14:06:02"),
                new TimelineStep("Waiting for the buyer", StepProgress.Now),
                new TimelineStep("Refused", StepProgress.Failed),
                new TimelineStep("Paid", StepProgress.ToDo),
            ])).FindAll("ol > li");

        Assert.Equal(["done", "in progress", "failed", "not yet"], steps.Select(step => step.QuerySelector(".visually-hidden")!.TextContent),
            StringComparer.Ordinal);
        Assert.Equal("14:06:02", steps[0].QuerySelector("small")!.TextContent);
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
        Assert.Null(steps[0].GetAttribute("aria-current"));
    }
}
