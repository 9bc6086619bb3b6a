namespace Flint.Operator.Core.Practice;

/// <summary>What a counter has to live with, to be rehearsed in practice mode.</summary>
public enum PracticeCondition
{
    /// <summary>Every request is answered at once.</summary>
    Fine,

    /// <summary>No request gets through.</summary>
    NoNetwork,

    /// <summary>Every answer takes its time.</summary>
    SlowNetwork,

    /// <summary>What is asked is done, and half of the answers never arrive.</summary>
    LostReplies,

    /// <summary>Half of the requests are told to come again later.</summary>
    BusyServer,

    /// <summary>A page of the Wi-Fi answers in place of the API.</summary>
    SignInPage,

    /// <summary>Lists show how things were a while ago; what is read by itself is up to date.</summary>
    ListsLag,

    /// <summary>The API's clock and ours disagree.</summary>
    WrongClock,

    /// <summary>One request in five fails, each in another way.</summary>
    BadDay,

    /// <summary>Faults that were set over the practice API itself; the app only shows that there are some.</summary>
    SetByHand,
}
