namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>Why a form was not taken, and the field to look at; null where no single one is to blame.</summary>
internal sealed record FormProblem(string? Field, string Text)
{
    /// <summary>The id of the text, for the field that is described by it.</summary>
    public const string TextId = "problem";

    public static string? Invalid(FormProblem? problem, string field) => problem?.Field == field ? "true" : null;

    public static string? DescribedBy(FormProblem? problem, string field) => problem?.Field == field ? TextId : null;
}
