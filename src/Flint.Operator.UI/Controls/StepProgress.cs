namespace Flint.Operator.UI.Controls;

public enum StepProgress
{
    ToDo,
    Now,
    Done,
    Failed,
}
