using Bunit;
using Flint.Operator.UI.Guide;

namespace Flint.Operator.UI.Tests.Guide;

public sealed class GuideViewTests : ScreenTest
{
    [Theory]
    [InlineData("payment-link", "/links/new", "reusable-yes")]
    [InlineData("checkout-session", "/checkouts/new", "reusable-no", "order-yes")]
    [InlineData("payment-link", "/links/new", "reusable-no", "order-no", "send-yes")]
    [InlineData("checkout-session", "/checkouts/new", "reusable-no", "order-no", "send-no")]
    public async Task Answers_LeadToTheSurfaceAndItsScreen(string surface, string href, params string[] answers)
    {
        var view = Render<GuideView>();
        foreach (var answer in answers)
        {
            await view.Find($"[data-testid=guide-{answer}]").ClickAsync();
        }

        Assert.Equal(surface, view.Find("[data-testid=guide-answer]").GetAttribute("data-surface"));
        Assert.Contains(view.FindAll("a"), link => link.GetAttribute("href") == href && link.ClassList.Contains("btn-primary"));
    }
}
