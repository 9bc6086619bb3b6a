using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Settings;

/// <summary>What an operator can set on this device. The API key is not here: it lives in the device's secret store only.</summary>
public sealed record OperatorSettings
{
    /// <summary>What a new device starts with.</summary>
    public static OperatorSettings Default { get; } = new();

    /// <summary>The device's name, shown in the header and sent as metadata.</summary>
    public string DeviceName { get; init; } = "Counter 1";

    /// <summary>Who works at it; frozen into everything that is created.</summary>
    public string OperatorName { get; init; } = "Operator";

    /// <summary>The base URL that was set in the app; null for the hosted API.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>The currency of new amounts, an ISO 4217 code.</summary>
    public string CurrencyCode { get; init; } = "USD";

    /// <summary>Whether the keypad fills from the right.</summary>
    public bool CentsFirst { get; init; } = true;

    /// <summary>The hard maximum for one amount, in minor units.</summary>
    public long MaximumMinor { get; init; } = DraftLimits.ApiMaximumMinor;

    /// <summary>Light, dark, or as the system says.</summary>
    public Appearance Appearance { get; init; } = Appearance.System;

    /// <summary>How long a checkout for a buyer who stands here lives (60 s to 24 h).</summary>
    public TimeSpan InPersonSessionLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a checkout that is sent to its buyer lives (60 s to 24 h).</summary>
    public TimeSpan SentSessionLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How old a checkout for a buyer who stands here may grow unsent before a person is asked whether it is still wanted.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the session of a checkout lives.</summary>
    public TimeSpan SessionLifeOf(CheckoutDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.IsSentAway ? SentSessionLife : InPersonSessionLife;
    }

    /// <summary>How old a checkout may grow unsent: a buyer who is sent the page waits nowhere, and is asked about only once it would have run out.</summary>
    public TimeSpan AskAfterOf(CheckoutDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.IsSentAway ? SentSessionLife : AskAfter;
    }

    /// <summary>The currency of new amounts.</summary>
    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>The limits for new drafts.</summary>
    public DraftLimits Limits => new(MaximumMinor);
}
