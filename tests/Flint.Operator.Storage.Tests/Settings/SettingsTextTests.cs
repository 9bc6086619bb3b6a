using Flint.Operator.Core.Settings;
using Flint.Operator.Storage.Settings;

namespace Flint.Operator.Storage.Tests.Settings;

public sealed class SettingsTextTests
{
    [Fact]
    public void Read_OfAnOlderVersion_GivesNewSettingsTheirDefaults() =>
        Assert.Equal(OperatorSettings.Default with { DeviceName = "Van 2" }, SettingsText.Read("""{"deviceName":"Van 2"}"""));

    [Fact]
    public void Read_OfANewerVersion_IgnoresWhatItDoesNotKnow() =>
        Assert.Equal(OperatorSettings.Default, SettingsText.Read("""{"tomorrow":{"a":[1]}}"""));
}
