using System.Reflection;
using Flint.Operator.Storage.Activity;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Schema;

/// <summary>One step forward of the schema, run in one transaction. There is no step back.</summary>
/// <param name="Version">What the file is of afterwards.</param>
/// <param name="Script">What changes.</param>
/// <param name="Fill">What SQL alone cannot fill in, after the script.</param>
internal sealed record Migration(int Version, string Script, Action<SqlConnection>? Fill = null)
{
    public static IReadOnlyList<Migration> All { get; } = [Load(1), Load(2), Load(3) with { Fill = ActivityFilling.Run }];

    private static Migration Load(int version)
    {
        var name = $"{typeof(Migration).Namespace}.{version:D4}.sql";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream);
        return new Migration(version, reader.ReadToEnd());
    }
}
