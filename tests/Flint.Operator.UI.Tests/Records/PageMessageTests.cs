using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Records;
using Flint.Operator.ViewModels.Records;

namespace Flint.Operator.UI.Tests.Records;

public sealed class PageMessageTests
{
    [Fact]
    public void Drafts_KeepEveryLetterOfTheAddress()
    {
        const string Text = "Dues & more, $5: https://pay.example/c/1?a=b#checkout_token=x+y";

        Assert.Equal(Text, Uri.UnescapeDataString(PageMessage.Mail("Dues", Text).Split("body=")[1]));
        Assert.Equal(Text, Uri.UnescapeDataString(PageMessage.Sms(Text).Split("body=")[1]));
        Assert.DoesNotContain('#', PageMessage.Mail("Dues", Text));
    }

    [Theory]
    [InlineData("Collect membership dues", "qr-collect-membership-dues-ab12.png")]
    [InlineData("../../etc/passwd", "qr-etc-passwd-ab12.png")]
    [InlineData("Größe <M>", "qr-größe-m-ab12.png")]
    public void FileName_AnyTitle_IsOneEverySystemTakes(string title, string name) =>
        Assert.Equal(name, PageMessage.FileName(new PayPage { Title = title, State = RecordState.Ready, CheckCode = "AB12" }, title, "png"));
}
