using CsCheck;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Tests.Activity;

public sealed class ActivityQueryTextTests
{
    private static readonly Gen<ActivityQuery> Query = Gen.Select(
        Gen.String.Where(text => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar)),
        Gen.Enum<Surface>().Nullable(),
        Gen.Enum<RecordState>().Array[0, 4],
        Gen.String[Gen.Char.AlphaNumeric, 1, 9],
        Gen.DateTimeOffset.Nullable(),
        (text, surface, states, name, at) => new ActivityQuery { Text = text, Surface = surface, States = states, OperatorName = name, From = at?.ToUniversalTime(), Until = at?.ToUniversalTime() });

    [Fact]
    public void Read_WhatWasWritten_IsTheSameQuestion() => Query.Sample(query =>
    {
        var read = Read(ActivityQueryText.Write(query));

        Assert.Equal(query with { States = [] }, read with { States = [] });
        Assert.Equal(query.States, read.States);
    });

    [Fact]
    public void Write_Everything_IsNoQueryAtAll() => Assert.Equal("", ActivityQueryText.Write(ActivityQuery.Everything));

    [Theory]
    [InlineData("?surface=nothing&states=Paid,,99,ready&from=-1&until=99999999999999999999")]
    [InlineData("?surface=7&states=Paid&from=x&until=")]
    public void Read_WhatNobodyWrote_LeavesThatOut(string address)
    {
        var query = Read(address);

        Assert.Equal(new ActivityQuery { States = query.States }, query);
        Assert.Equal([RecordState.Paid], query.States);
    }

    private static ActivityQuery Read(string address)
    {
        var parts = address.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);
        return ActivityQueryText.Read(parts.GetValueOrDefault);
    }
}
