namespace Flint.Operator.UI.Controls;

public enum MoneySize
{
    /// <summary>As large as the text around it.</summary>
    Text,

    /// <summary>On a card of the ready shelf: 24 px.</summary>
    Card,

    /// <summary>On a detail screen: 44 px.</summary>
    Detail,

    /// <summary>For the buyer: 88 px where there is room.</summary>
    Buyer,
}
