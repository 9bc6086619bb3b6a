using System.Reflection;

namespace Flint.Operator.Storage.Schema;

/// <summary>One step forward of the schema, run in one transaction. There is no step back.</summary>
internal sealed record Migration(int Version, string Script)
{
    public static IReadOnlyList<Migration> All { get; } = [Load(1), Load(2)];

    private static Migration Load(int version)
    {
        var name = $"{typeof(Migration).Namespace}.{version:D4}.sql";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream);
        return new Migration(version, reader.ReadToEnd());
    }
}
