namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>The host's failpoints: they go over to it by name.</summary>
public enum KillPoint
{
    None,
    TapBeforeCommit,
    TapAfterCommit,
    AttemptBeforeCommit,
    AttemptAfterCommit,
    BeforeSend,
    AfterReply,
    EndBeforeCommit,
    EndAfterCommit,
    BeforeLook,
    AfterLook,
    LookBeforeCommit,
    LookAfterCommit,
    BeforePage,
    AfterPage,
    PageBeforeCommit,
    PageAfterCommit,
    BindBeforeCommit,
    BindAfterCommit,
}
