namespace Flint.Operator.Simulation.Tests;

public sealed class ArgumentsTests
{
    [Fact]
    public void Parse_EverythingGiven_IsTaken()
    {
        var arguments = Arguments.Parse(["--histories", "5", "--seed", "18446744073709551615", "--jobs", "3", "--mutant", "no-quiet-time", "--trace"])!;

        Assert.Equal((5, ulong.MaxValue, 3, "no-quiet-time", true), (arguments.Histories, arguments.Seed, arguments.Jobs, arguments.Mutant.Name, arguments.IsTraced));
    }

    [Theory]
    [InlineData("--histories", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--mutant", "unheard-of")]
    [InlineData("--speed", "9")]
    [InlineData("--jobs")]
    public void Parse_WhatItDoesNotKnow_IsRefused(params string[] args) => Assert.Null(Arguments.Parse(args));
}
