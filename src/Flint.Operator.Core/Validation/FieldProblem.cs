namespace Flint.Operator.Core.Validation;

/// <summary>Why a field is refused before anything is written.</summary>
public enum FieldProblem
{
    /// <summary>Nothing was entered.</summary>
    Required,

    /// <summary>More characters than <see cref="FieldError.Limit"/>.</summary>
    TooLong,

    /// <summary>Zero or negative where money or a count must be positive.</summary>
    NotPositive,

    /// <summary>More than <see cref="FieldError.Limit"/>.</summary>
    TooLarge,

    /// <summary>Less than <see cref="FieldError.Limit"/>.</summary>
    TooSmall,

    /// <summary>Could not be read without guessing.</summary>
    Unreadable,

    /// <summary>More decimals than the currency has (<see cref="FieldError.Limit"/>).</summary>
    TooManyDecimals,

    /// <summary>Another currency than the other lines.</summary>
    CurrencyMismatch,

    /// <summary>Looks like a card number: card data never enters this app.</summary>
    CardNumber,

    /// <summary>Holds characters that cannot be shown or sent.</summary>
    ControlCharacters,

    /// <summary>Cannot be changed from here, e.g. the price of a page with several lines.</summary>
    Fixed,

    /// <summary>More of them than <see cref="FieldError.Limit"/>.</summary>
    TooMany,

    /// <summary>The same is there already.</summary>
    Duplicate,

    /// <summary>Can be changed but not taken away again.</summary>
    Permanent,

    /// <summary>Not an absolute https address (loopback may use http).</summary>
    NotHttps,
}
