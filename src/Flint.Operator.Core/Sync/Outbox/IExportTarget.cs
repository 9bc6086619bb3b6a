namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>How this head hands an export to a person. The file itself never passes through a screen.</summary>
public interface IExportTarget
{
    /// <summary>
    /// What the screens' link to the exported outbox leads to: an address at which the head answers with the file, or one that
    /// a native shell catches to write the file and open the platform's share sheet.
    /// </summary>
    string OutboxAddress { get; }
}
