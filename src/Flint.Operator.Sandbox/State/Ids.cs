using System.Security.Cryptography;

namespace Flint.Operator.Sandbox.State;

internal static class Ids
{
    public static string New(string prefix, DateTimeOffset now) => $"{prefix}_{Ulid.NewUlid(now)}";

    public static string Secret(int bytes) =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Short and without look-alikes: people read it aloud.</summary>
    public static string OrderNumber() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 6);
}
