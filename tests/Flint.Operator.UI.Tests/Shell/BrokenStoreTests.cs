using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.UI.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class BrokenStoreTests : ScreenTest
{
    [Fact]
    public void Load_StoreCannotBeRead_IsSaidAndNoEmptyShellIsShown()
    {
        Services.AddSingleton<IOutboxStore>(new BrokenOutboxStore());

        var app = Render<OperatorApp>();

        Assert.Contains("This screen stopped working", app.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("broken disk", app.Markup, StringComparison.Ordinal);
        Assert.Empty(app.FindAll("[data-testid=connectivity]"));
    }

    private sealed class BrokenOutboxStore : IOutboxStore
    {
        public Task<IReadOnlyList<OutboxEntry>> ListAsync(long afterPosition, int count, CancellationToken cancellationToken) => throw new InvalidOperationException("broken disk");

        public Task<IReadOnlyList<Attempt>> ListAttemptsAsync(string operationId, CancellationToken cancellationToken) => throw new InvalidOperationException("broken disk");

        public Task<OutboxSummary> SummariseAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("broken disk");
    }
}
