namespace Flint.Operator.Storage.Schema;

/// <summary>What a look at a file came to.</summary>
internal enum FileCondition
{
    /// <summary>It can be used, or there is none yet.</summary>
    Usable,

    /// <summary>A newer version of the app has written it.</summary>
    Newer,

    /// <summary>It is damaged, or gone while its log, its backups or the marker say that there was one.</summary>
    Damaged,
}
