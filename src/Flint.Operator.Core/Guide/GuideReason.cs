namespace Flint.Operator.Core.Guide;

/// <summary>Which question decided, and so what would have changed the answer: the opposite reply to it.</summary>
public enum GuideReason
{
    /// <summary>The page is used again: a link.</summary>
    UsedAgain,

    /// <summary>The page belongs to one record: a checkout.</summary>
    BelongsToOneRecord,

    /// <summary>The page is handed out by people: a link.</summary>
    HandedOut,

    /// <summary>One known moment that nobody hands out: a checkout.</summary>
    OneMoment,
}
