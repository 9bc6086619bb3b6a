using Bunit;

namespace Flint.Operator.UI.Tests;

/// <summary>A renderer with the services of the product. Script calls answer nothing, as in a browser that has none.</summary>
public abstract class UITest : BunitContext
{
    protected UITest()
    {
        Services.AddOperatorUI();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./_content/Flint.Operator.UI/operator.js").Mode = JSRuntimeMode.Loose;
    }
}
