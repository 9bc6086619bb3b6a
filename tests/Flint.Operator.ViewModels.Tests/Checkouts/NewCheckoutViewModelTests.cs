using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Api;
using Flint.Operator.ViewModels.Checkouts;

namespace Flint.Operator.ViewModels.Tests.Checkouts;

public sealed class NewCheckoutViewModelTests : IAsyncLifetime
{
    private readonly ScreenBench _bench = new();
    private NewCheckoutViewModel _screen = null!;

    public async ValueTask InitializeAsync()
    {
        _screen = _bench.OpenPlain<NewCheckoutViewModel>();
        await _screen.LoadAsync(new ChargeNames("Sale", "Discount"), null, CancellationToken.None);
    }

    [Fact]
    public async Task Charge_AmountFromTheKeypad_IsOneLine()
    {
        Key("2050");

        await _screen.ChargeCommand.ExecuteAsync(null);

        var order = (await _bench.Sync.CheckoutAsync(_screen.SavedLid!)).Order;
        var line = Assert.Single(order.Draft.LineItems);
        Assert.Equal(("Sale", 1L, 2050L), (line.Name, line.Quantity, line.UnitPriceMoney.Minor));
    }

    [Fact]
    public async Task Charge_TwoLinesATipAndTheKeypad_AddsUp()
    {
        AddLine("Event registration", "1", "150.00");
        AddLine("T-shirt, M", "2", "25.50");
        _screen.Extras.Tip = new ShareInput(false, "15");
        Assert.Equal(("$201.00", "$30.15", "$231.15"), (_screen.Sums.Subtotal, _screen.Sums.Tip, _screen.Sums.Total));
        Key("500");
        Assert.Equal("$236.90", _screen.Sums.Total);

        await _screen.ChargeCommand.ExecuteAsync(null);

        var draft = (await _bench.Sync.CheckoutAsync(_screen.SavedLid!)).Order.Draft;
        Assert.Equal((3, 15, 23690L), (draft.LineItems.Count, draft.TipPercent, draft.EstimatedTotal.Minor));
    }

    [Fact]
    public async Task Charge_DiscountInPercent_ComesOffBeforeTheTip()
    {
        AddLine("Event registration", "1", "150.00");
        _screen.Extras.Discount = new ShareInput(false, "10");
        _screen.Extras.Tip = new ShareInput(true, "5.00");

        Assert.Equal(("$150.00", "-$15.00", "$5.00", "$140.00"), (_screen.Sums.Subtotal, _screen.Sums.Discount, _screen.Sums.Tip, _screen.Sums.Total));
        await _screen.ChargeCommand.ExecuteAsync(null);

        var draft = (await _bench.Sync.CheckoutAsync(_screen.SavedLid!)).Order.Draft;
        Assert.Equal(new OrderDiscount("Discount", Percent: 10), draft.Discount);
        Assert.Equal((null, 500L), (draft.TipPercent, draft.TipMoney!.Minor));
    }

    [Theory]
    [InlineData(false, "ten", "discount", FieldProblem.Unreadable)]
    [InlineData(false, "100", "discount.percent", FieldProblem.TooLarge)]
    [InlineData(true, "1,2,3", "discount", FieldProblem.Unreadable)]
    [InlineData(true, "20.50", "discount", FieldProblem.TooLarge)]
    public async Task Charge_DiscountThatCannotBe_SaysSoAtItsFieldAndWaits(bool isMoney, string text, string field, FieldProblem problem)
    {
        Key("2050");
        _screen.Extras.Discount = new ShareInput(isMoney, text);

        Assert.Equal(problem, _screen.ErrorFor(field)?.Problem);
        Assert.False(_screen.CanCharge);
        await _screen.ChargeCommand.ExecuteAsync(null);
        Assert.Empty(_bench.Sync.Store.Operations);

        _screen.Extras.Discount = ShareInput.None;
        Assert.True(_screen.CanCharge);
    }

    [Fact]
    public void Extras_AnyChange_IsTold()
    {
        var told = 0;
        _screen.PropertyChanged += (_, _) => told++;

        _screen.Extras.Discount = new ShareInput(false, "10");

        Assert.True(told > 0);
    }

    [Fact]
    public async Task LoadForChange_DiscountAndTip_AreFilledInAsTheyWere()
    {
        _bench.Sync.Flint.IsDown = true;
        Key("5000");
        _screen.Extras.Discount = new ShareInput(true, "12.50");
        _screen.Extras.DiscountName = "Early bird";
        _screen.Extras.Tip = new ShareInput(false, "15");
        await _screen.ChargeCommand.ExecuteAsync(null);

        var again = _bench.OpenPlain<NewCheckoutViewModel>();
        await again.LoadForChangeAsync(new ChargeNames("Sale", "Discount"), _screen.SavedLid!, CancellationToken.None);

        Assert.Equal((new ShareInput(true, "12.50"), "Early bird", new ShareInput(false, "15")), (again.Extras.Discount, again.Extras.DiscountName, again.Extras.Tip));
        Assert.Equal(_screen.Sums.Total, again.Sums.Total);
    }

    [Fact]
    public async Task Charge_Nothing_IsRefused()
    {
        Assert.False(_screen.CanCharge);

        await _screen.ChargeCommand.ExecuteAsync(null);

        Assert.Equal("amount", Assert.Single(_screen.Errors).Field);
        Assert.Empty(_bench.Sync.Store.Operations);
    }

    [Theory]
    [InlineData("", "1", "5", "line.name", FieldProblem.Required)]
    [InlineData("Seat", "0", "5", "line.quantity", FieldProblem.NotPositive)]
    [InlineData("Seat", "-1", "5", "line.quantity", FieldProblem.Unreadable)]
    [InlineData("Seat", "two", "5", "line.quantity", FieldProblem.Unreadable)]
    [InlineData("Seat", "1.5", "5", "line.quantity", FieldProblem.Unreadable)]
    [InlineData("Seat", "1", "", "line.price", FieldProblem.Required)]
    [InlineData("Seat", "1", "0", "line.price", FieldProblem.NotPositive)]
    [InlineData("Seat", "1", "1,2,3", "line.price", FieldProblem.Unreadable)]
    public void AddLine_BadField_NamesItAndAddsNothing(string name, string quantity, string price, string field, FieldProblem problem)
    {
        AddLine(name, quantity, price);

        Assert.Equal(problem, _screen.ErrorFor(field)?.Problem);
        Assert.Empty(_screen.LineItems);
        Assert.Equal(name, _screen.NewLine.Name);
    }

    [Fact]
    public void AddEntry_KeepsTheKeyedAmountAsALine()
    {
        Key("500");
        _screen.AddEntryCommand.Execute(null);
        Key("250");

        Assert.Equal("$7.50", _screen.Sums.Total);
        Assert.Equal("$2.50", _screen.Keyed.Text);
        _screen.RemoveLineCommand.Execute(0);
        Assert.Equal("$2.50", _screen.Sums.Total);
    }

    [Theory]
    [InlineData("12.50", "$12.50")]
    [InlineData("12,50", "$12.50")]
    [InlineData("", "$0.00")]
    [InlineData("abc", "$0.00")]
    public void TypeEntry_TakesWhatCanBeRead(string text, string shown)
    {
        _screen.Keyed.TypeCommand.Execute(text);

        Assert.Equal(shown, _screen.Keyed.Text);
        Assert.Equal(text == "abc", _screen.ErrorFor("amount") is not null);
    }

    [Fact]
    public void TypeEntry_OverTheMaximum_SaysSo()
    {
        _screen.Keyed.TypeCommand.Execute("1000000.00");

        Assert.Equal(FieldProblem.TooLarge, _screen.ErrorFor("amount")?.Problem);
    }

    [Fact]
    public async Task Charge_TheSameAgain_AsksOnceAndGoesOnWithOneTap()
    {
        Key("500");
        await _screen.ChargeCommand.ExecuteAsync(null);
        var first = _screen.SavedLid;
        var again = await OpenAsync();
        again.Keyed.TypeCommand.Execute("5.00");

        await again.ChargeCommand.ExecuteAsync(null);
        Assert.Equal(first, Assert.IsType<ChargeHint.AnotherOne>(again.Hint).Lid);
        Assert.Equal(2, _bench.Sync.Store.Operations.Count);

        await again.ChargeAnywayCommand.ExecuteAsync(null);
        Assert.Null(again.Hint);
        Assert.NotNull(again.SavedLid);
        Assert.Equal(4, _bench.Sync.Store.Operations.Count);
    }

    [Fact]
    public async Task Charge_ChangedAfterTheQuestion_IsANewQuestion()
    {
        Key("500");
        await _screen.ChargeCommand.ExecuteAsync(null);
        var again = await OpenAsync();
        again.Keyed.TypeCommand.Execute("5.00");
        await again.ChargeCommand.ExecuteAsync(null);

        again.Keyed.PressDigitCommand.Execute(0);

        Assert.Null(again.Hint);
        await again.ChargeCommand.ExecuteAsync(null);
        Assert.NotNull(again.SavedLid);
    }

    [Fact]
    public async Task Change_TheSameAmount_AsksNothing()
    {
        _bench.Sync.Flint.IsDown = true;
        Key("500");
        await _screen.ChargeCommand.ExecuteAsync(null);
        var again = _bench.OpenPlain<NewCheckoutViewModel>();
        await again.LoadForChangeAsync(new ChargeNames("Sale", "Discount"), _screen.SavedLid!, CancellationToken.None);

        await again.ChargeCommand.ExecuteAsync(null);

        Assert.NotNull(again.SavedLid);
    }

    [Fact]
    public async Task Charge_DiskFull_KeepsTheLines()
    {
        AddLine("Seat", "1", "5");
        _bench.Sync.Store.FailNext(CommitOutcome.DiskFull);

        await _screen.ChargeCommand.ExecuteAsync(null);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), _screen.Failure);
        Assert.Single(_screen.LineItems);
    }

    [Fact]
    public async Task Load_RefusedOrderOfAnotherCurrency_KeepsTheOrdersOwn()
    {
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        await _bench.Sync.ChargeAsync();
        await _bench.Sync.CycleAsync();
        await _bench.Sync.Settings.SaveAsync(OperatorSettings.Default with { CurrencyCode = "JPY" }, CancellationToken.None);

        await _screen.LoadAsync(new ChargeNames("Sale", "Discount"), _bench.Sync.Store.Operations[0].Id, CancellationToken.None);
        Key("500");

        Assert.Equal("$206.00", _screen.Sums.Total);
        await _screen.ChargeCommand.ExecuteAsync(null);
        Assert.NotNull(_screen.SavedLid);
    }

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<NewCheckoutViewModel> OpenAsync()
    {
        var screen = _bench.OpenPlain<NewCheckoutViewModel>();
        await screen.LoadAsync(new ChargeNames("Sale", "Discount"), null, CancellationToken.None);
        return screen;
    }

    private void Key(string digits)
    {
        foreach (var digit in digits)
        {
            _screen.Keyed.PressDigitCommand.Execute(digit - '0');
        }
    }

    private void AddLine(string name, string quantity, string price)
    {
        (_screen.NewLine.Name, _screen.NewLine.Quantity, _screen.NewLine.Price) = (name, quantity, price);
        _screen.AddLineCommand.Execute(null);
    }
}
