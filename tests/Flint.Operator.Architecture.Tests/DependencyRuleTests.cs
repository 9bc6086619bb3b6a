namespace Flint.Operator.Architecture.Tests;

/// <summary>Arrows point at Core, and each project owns one foreign technology.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Storage"] = ["Core"],
        ["Api"] = ["Core"],
        ["ViewModels"] = ["Core"],
        ["UI"] = ["ViewModels"],
        ["Desktop"] = ["Api", "Core", "Sandbox", "Storage", "UI", "ViewModels"],
        ["Maui"] = ["Api", "Core", "Storage", "UI", "ViewModels"],
        ["Sandbox"] = [],
    };

    private static readonly Dictionary<string, string> OwnerOfPackage = new(StringComparer.Ordinal)
    {
        ["Refit"] = "Api",
        ["Refit.HttpClientFactory"] = "Api",
        ["CommunityToolkit.Mvvm"] = "ViewModels",
        ["MudBlazor"] = "UI",
        ["QRCoder"] = "UI",
        ["Microsoft.AspNetCore.Components.Web"] = "UI",
    };

    // Words that give a foreign technology away, and who may use it. Sandbox is a program of its own with its own state.
    private static readonly Dictionary<string, string[]> OwnersOfNamespace = new(StringComparer.Ordinal)
    {
        ["using SQLite"] = ["Storage", "Sandbox"],
        ["using SQLitePCL"] = ["Storage", "Sandbox"],
        ["using Refit"] = ["Api"],
        ["using MudBlazor"] = ["UI"],
        ["@using MudBlazor"] = ["UI"],
        ["using QRCoder"] = ["UI"],
        ["using CommunityToolkit.Mvvm"] = ["ViewModels"],
        ["using Microsoft.AspNetCore.Components"] = ["UI", "Desktop", "Sandbox", "Maui"],
        ["using System.Net.Http"] = ["Api", "Desktop", "Sandbox"],
        ["HttpClient"] = ["Api"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects("src").Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatItMay(string project)
    {
        Assert.Contains(project, Allowed.Keys);
        Assert.Subset(Allowed[project].ToHashSet(), Repository.References(Repository.Projects("src")[project]).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Packages_AreItsOwnTechnology(string project) =>
        Assert.All(
            Repository.Packages(Repository.Projects("src")[project]).Where(OwnerOfPackage.ContainsKey),
            package => Assert.Equal(OwnerOfPackage[package], project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Sources_UseOnlyTheTechnologyItOwns(string project)
    {
        foreach (var file in Repository.Sources(project, ".cs", ".razor"))
        {
            var text = File.ReadAllText(file);
            Assert.All(
                OwnersOfNamespace.Where(rule => !rule.Value.Contains(project, StringComparer.Ordinal)),
                rule => Assert.False(text.Contains(rule.Key, StringComparison.Ordinal), $"{Repository.Relative(file)} has '{rule.Key}'"));
        }
    }

    [Fact]
    public void Sandbox_SharesNoTypeWithTheClient()
    {
        Assert.Empty(Repository.References(Repository.Projects("src")["Sandbox"]));
        Assert.DoesNotContain(Repository.Sources("Sandbox", ".cs", ".razor"), file => File.ReadAllText(file).Contains("Flint.Operator.Core", StringComparison.Ordinal));
    }

    [Fact]
    public void Desktop_KnowsTheSandboxInOneFolderOnly() =>
        Assert.All(
            Repository.Sources("Desktop", ".cs", ".razor").Where(file => File.ReadAllText(file).Contains("Flint.Operator.Sandbox", StringComparison.Ordinal)),
            file => Assert.StartsWith("src/Flint.Operator.Desktop/Practice/", Repository.Relative(file), StringComparison.Ordinal));

    [Fact]
    public void RowsAndDtos_AreInternal() =>
        Assert.All(
            Repository.Sources("Storage", ".cs").Concat(Repository.Sources("Api", ".cs")).Where(file => Path.GetFileNameWithoutExtension(file) is var name && (name.EndsWith("Row", StringComparison.Ordinal) || name.EndsWith("Dto", StringComparison.Ordinal))),
            file => Assert.DoesNotContain("public sealed", File.ReadAllText(file), StringComparison.Ordinal));
}
