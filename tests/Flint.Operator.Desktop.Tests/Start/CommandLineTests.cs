using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Tests.Start;

public sealed class CommandLineTests
{
    private static readonly string Folder = Path.GetFullPath("/data");

    [Fact]
    public void Parse_Nothing_GivesTheDefaults()
    {
        var options = Run([]);

        Assert.Equal(5180, options.Port);
        Assert.Equal(DataFolder.DefaultPath(), options.DataFolder);
        Assert.EndsWith("FlintOperator", options.DataFolder, StringComparison.Ordinal);
        Assert.True(options.OpensWindow);
        Assert.False(options.ForcesPractice);
        Assert.Null(options.PracticePort);
        Assert.Null(options.BaseAddress);
        Assert.Null(options.ApiKey);
    }

    [Fact]
    public void Parse_EveryOption_IsTaken()
    {
        var options = Run(["--port", "0", "--data", "/data", "--no-browser", "--practice", "--practice-port=65535"]);

        Assert.Equal(0, options.Port);
        Assert.Equal(Folder, options.DataFolder);
        Assert.False(options.OpensWindow);
        Assert.True(options.ForcesPractice);
        Assert.Equal(65535, options.PracticePort);
    }

    [Fact]
    public void Parse_Environment_IsTaken()
    {
        var options = Run([], (CommandLine.DataVariable, "/data"), (CommandLine.BaseUrlVariable, "https://api.example.com/"), (CommandLine.ApiKeyVariable, " flint_test_a "));

        Assert.Equal(Folder, options.DataFolder);
        Assert.Equal(new Uri("https://api.example.com/"), options.BaseAddress);
        Assert.Equal("flint_test_a", options.ApiKey);
    }

    [Fact]
    public void Parse_ArgumentAndEnvironment_ArgumentWins() =>
        Assert.Equal(Folder, Run(["--data=/data"], (CommandLine.DataVariable, "/elsewhere")).DataFolder);

    [Theory]
    [InlineData("--port", "--port")]
    [InlineData("--port", "--port", "--practice")]
    [InlineData("--port", "--port", "65536")]
    [InlineData("--port", "--port", "-1")]
    [InlineData("--port", "--port", "+80")]
    [InlineData("--port", "--port", " 80")]
    [InlineData("--port", "--port=")]
    [InlineData("--practice-port", "--practice-port", "many")]
    [InlineData("--data", "--data")]
    [InlineData("--data", "--data", "  ")]
    [InlineData("--practice", "--practice=yes")]
    [InlineData("--no-browser", "--no-browser=1")]
    [InlineData("5180", "5180")]
    [InlineData("--verbose", "--verbose")]
    public void Parse_BadOption_NamesItAndTheRemedy(string named, params string[] arguments)
    {
        var reason = Refused(arguments);

        Assert.Contains(named, reason, StringComparison.Ordinal);
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
        Assert.Contains(':', reason);
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("api.example.com")]
    public void Parse_UnsafeBaseUrl_IsRefusedByName(string address) =>
        Assert.StartsWith(CommandLine.BaseUrlVariable, Refused([], (CommandLine.BaseUrlVariable, address)), StringComparison.Ordinal);

    [Fact]
    public void Parse_KeyWithAStrayCharacter_IsRefusedByNameAndNotRepeated()
    {
        var reason = Refused([], (CommandLine.ApiKeyVariable, "flint_test_a\u00a0b"));

        Assert.StartsWith(CommandLine.ApiKeyVariable, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("flint_test", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--practice", "--help")]
    public void Parse_Help_IsHelp(params string[] arguments) => Assert.IsType<StartRequest.Help>(Parse(arguments));

    [Fact]
    public void ToString_OfOptionsAndConnection_HoldNoKey()
    {
        var options = Run([], (CommandLine.ApiKeyVariable, "flint_test_a"));

        Assert.DoesNotContain("flint_test", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("flint_test", new ApiConnection(ApiConnection.HostedAddress, options.ApiKey).ToString(), StringComparison.Ordinal);
    }

    private static DesktopOptions Run(string[] arguments, params (string Name, string Value)[] environment) =>
        Assert.IsType<StartRequest.Run>(Parse(arguments, environment)).Options;

    private static string Refused(string[] arguments, params (string Name, string Value)[] environment) =>
        Assert.IsType<StartRequest.Refused>(Parse(arguments, environment)).Reason;

    private static StartRequest Parse(string[] arguments, params (string Name, string Value)[] environment) =>
        CommandLine.Parse(arguments, name => environment.FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal)).Value);
}
