namespace Flint.Operator.Api.Http;

internal sealed record LineItemBody(string Name, long Quantity, MoneyDto UnitPriceMoney);
