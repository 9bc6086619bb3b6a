using System.Text.Json.Serialization;

namespace Flint.Operator.Faults.Host;

/// <summary>The moments between which a process can die and the file says something else. Its tests have this file too, and name them to it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Failpoint>))]
public enum Failpoint
{
    None,

    /// <summary>A tap is about to be committed.</summary>
    TapBeforeCommit,

    /// <summary>A tap is committed; nobody was told.</summary>
    TapAfterCommit,

    /// <summary>An attempt is about to be written down.</summary>
    AttemptBeforeCommit,

    /// <summary>An attempt is written down.</summary>
    AttemptAfterCommit,

    /// <summary>The request is about to leave.</summary>
    BeforeSend,

    /// <summary>The answer was read.</summary>
    AfterReply,

    /// <summary>The end of an attempt is about to be committed.</summary>
    EndBeforeCommit,

    /// <summary>The end of an attempt is committed; no screen has heard.</summary>
    EndAfterCommit,

    /// <summary>A look is about to leave.</summary>
    BeforeLook,

    /// <summary>The answer to a look was read.</summary>
    AfterLook,

    /// <summary>What a look found is about to be committed.</summary>
    LookBeforeCommit,

    /// <summary>What a look found is committed.</summary>
    LookAfterCommit,

    /// <summary>A page of a pull is about to be asked for.</summary>
    BeforePage,

    /// <summary>A page of a pull was read.</summary>
    AfterPage,

    /// <summary>A page's rows and the next cursor are about to be committed.</summary>
    PageBeforeCommit,

    /// <summary>A page's rows and the next cursor are committed.</summary>
    PageAfterCommit,

    /// <summary>The account is about to be bound.</summary>
    BindBeforeCommit,

    /// <summary>The account is bound.</summary>
    BindAfterCommit,
}
