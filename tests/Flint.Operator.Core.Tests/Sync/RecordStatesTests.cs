using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class RecordStatesTests
{
    [Theory]
    [InlineData(RecordState.WaitingToSend, "waiting-to-send")]
    [InlineData(RecordState.OrderSavedCheckoutNotYet, "order-saved-checkout-not-yet")]
    [InlineData(RecordState.RefusedNeedsYou, "refused-needs-you")]
    [InlineData(RecordState.DeclinedBuyerCanRetry, "declined-buyer-can-retry")]
    [InlineData(RecordState.Ready, "ready")]
    public void Word_IsTheContractS(RecordState state, string word) => Assert.Equal(word, RecordStates.Word(state));

    [Fact]
    public void Of_EveryOperationState_HasAWord() =>
        Assert.All(Enum.GetValues<OperationState>(), state => Assert.NotEqual("", RecordStates.Word(RecordStates.Of(state))));

    [Fact]
    public void Checking_IsNeverCalledWaiting()
    {
        Assert.Equal(RecordState.Checking, RecordStates.Of(OperationState.Unknown));
        Assert.Equal(RecordState.Checking, RecordStates.Of(OperationState.Looking));
        Assert.Equal(RecordState.Checking, RecordStates.OfCreation(null));
    }
}
