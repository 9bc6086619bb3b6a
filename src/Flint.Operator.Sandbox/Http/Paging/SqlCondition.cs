namespace Flint.Operator.Sandbox.Http.Paging;

internal sealed record SqlCondition(string Sql, params object[] Arguments);
