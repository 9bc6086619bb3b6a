using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Core.Sync;

/// <summary>From an operation to the word on the screen.</summary>
public static class RecordStates
{
    /// <summary>What a record is called while the operation that creates it has not finished.</summary>
    public static RecordState OfCreation(Operation? creation) => creation is null ? RecordState.Checking : Of(creation.State);

    /// <summary>What an operation of this state is called.</summary>
    public static RecordState Of(OperationState state) => state switch
    {
        OperationState.Waiting or OperationState.Ready => RecordState.WaitingToSend,
        OperationState.InFlight => RecordState.Sending,
        OperationState.Unknown or OperationState.Looking => RecordState.Checking,
        OperationState.Done => RecordState.Ready,
        OperationState.Refused => RecordState.RefusedNeedsYou,
        OperationState.Cancelled or OperationState.Dropped or OperationState.Superseded or OperationState.Converted => RecordState.Cancelled,
        OperationState.Held or OperationState.Triage => RecordState.NeedsYou,
        OperationState.Conflict => RecordState.ConflictNeedsYou,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not an operation state."),
    };

    /// <summary>The state in kebab case, as the automation contract spells it: <c>waiting-to-send</c>.</summary>
    public static string Word(RecordState state) => KebabCase.Of(state.ToString());
}
