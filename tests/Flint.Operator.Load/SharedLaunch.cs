namespace Flint.Operator.Load;

/// <summary>A checkout that several clients launch under the same key and with the same body.</summary>
internal sealed record SharedLaunch(int Number, string OrderId);
