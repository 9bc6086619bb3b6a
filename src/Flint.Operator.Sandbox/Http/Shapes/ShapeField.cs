namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record ShapeField(string Name, Shape Shape, bool IsRequired = false)
{
    public string MissingCode { get; init; } = "FIELD_REQUIRED";

    public static ShapeField Optional(string name, Shape shape) => new(name, shape);

    public static ShapeField Required(string name, Shape shape) => new(name, shape, IsRequired: true);
}
