using System.Globalization;
using System.Text;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>
/// Everything that waits on this device, as a file that a person can keep: nothing is lost with the device then. It holds what
/// was tapped, never a key and never the address of a page that takes payment.
/// </summary>
public sealed class OutboxExport(IOutboxStore outbox)
{
    /// <summary>What kind of file it is.</summary>
    public const string MediaType = "text/csv";

    private const int PageSize = 500;

    private static readonly string[] Header =
    [
        "operation_id", "reference", "kind", "title", "amount", "currency", "state", "reason", "operator", "created_at", "attempts", "last_request_id", "content",
    ];

    /// <summary>A name for the file that tells when it was made, UTC.</summary>
    public static string FileName(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"flint-outbox-{now.UtcDateTime:yyyyMMdd-HHmmss}.csv");

    /// <summary>Writes the table in line order, page by page: UTF-8 with the mark that spreadsheets look for. The stream stays open.</summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: -1, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(CsvText.Row(Header).AsMemory(), cancellationToken).ConfigureAwait(false);
            for (var after = 0L; ;)
            {
                var page = await outbox.ListAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
                foreach (var entry in page)
                {
                    await writer.WriteAsync(CsvText.Row(Cells(entry)).AsMemory(), cancellationToken).ConfigureAwait(false);
                }

                if (page.Count < PageSize)
                {
                    return;
                }

                after = page[^1].Operation.Position;
            }
        }
    }

    private static IEnumerable<string?> Cells(OutboxEntry entry)
    {
        var operation = entry.Operation;
        return
        [
            operation.Id,
            operation.Reference,
            KebabCase.Of(operation.Intent.GetType().Name),
            entry.Title,
            entry.AmountMoney is { } money ? IntentSummary.Amount(money) : null,
            entry.AmountMoney?.Currency.Code,
            RecordStates.Word(RecordStates.Of(operation.State)),
            Reason(operation),
            operation.OperatorName,
            operation.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            operation.Attempts.ToString(CultureInfo.InvariantCulture),
            operation.Problem?.RequestId ?? entry.LastAttempt?.RequestId,
            IntentSummary.Of(operation),
        ];
    }

    private static string? Reason(Operation operation) => operation switch
    {
        { Hold: { } hold } => KebabCase.Of(hold.ToString()),
        { Problem: { } problem } => string.Join(' ', new[] { problem.Code, problem.Param, problem.Message }.OfType<string>()),
        { Doubt: { } doubt } => KebabCase.Of(doubt.Reason.ToString()),
        _ => null,
    };
}
