using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>One question of a link as it is typed.</summary>
public sealed partial class QuestionForm : ObservableObject
{
    private readonly LinkQuestion? _before;

    public QuestionForm()
    {
    }

    public QuestionForm(LinkQuestion before)
    {
        ArgumentNullException.ThrowIfNull(before);
        _before = before;
        (Kind, Label, IsRequired, OptionsText) = (before.Kind, before.Label, before.IsRequired, string.Join('\n', before.Options));
    }

    [ObservableProperty]
    public partial QuestionKind Kind { get; set; }

    [ObservableProperty]
    public partial string Label { get; set; } = "";

    [ObservableProperty]
    public partial bool IsRequired { get; set; }

    /// <summary>What a dropdown offers, one a line.</summary>
    [ObservableProperty]
    public partial string OptionsText { get; set; } = "";

    /// <summary>The key it has already; null for a new one.</summary>
    internal string? Key => _before?.Key;

    /// <param name="taken">The keys of the other questions.</param>
    internal LinkQuestion Read(IReadOnlyCollection<string> taken) =>
        (_before ?? new LinkQuestion(LinkQuestion.KeyFor(Label, taken), Kind, Label)) with
        {
            Kind = Kind,
            Label = Label,
            IsRequired = IsRequired,
            Options = [.. OptionsText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
}
