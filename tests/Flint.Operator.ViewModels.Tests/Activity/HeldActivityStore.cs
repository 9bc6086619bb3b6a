using Flint.Operator.Core.Activity;

namespace Flint.Operator.ViewModels.Tests.Activity;

/// <summary>Answers a search for one text only when it is let go: a slow disk.</summary>
internal sealed class HeldActivityStore(IActivityStore store, string heldText) : IActivityStore, IDisposable
{
    private readonly SemaphoreSlim _release = new(0);
    private readonly SemaphoreSlim _asked = new(0);

    public Task AskedAsync() => _asked.WaitAsync();

    public List<string> Texts { get; } = [];

    public void Release() => _release.Release();

    public void Dispose()
    {
        _release.Dispose();
        _asked.Dispose();
    }

    public async Task<IReadOnlyList<ActivityEntry>> ListAsync(ActivityQuery query, DateTimeOffset now, string? afterLid, int count, CancellationToken cancellationToken)
    {
        Texts.Add(query.Text);
        if (query.Text == heldText)
        {
            _asked.Release();
            await _release.WaitAsync(cancellationToken);
        }

        return await store.ListAsync(query, now, afterLid, count, cancellationToken);
    }

    public Task<int> CountAsync(ActivityQuery query, DateTimeOffset now, int most, CancellationToken cancellationToken) => store.CountAsync(query, now, most, cancellationToken);

    public Task<IReadOnlyList<OperationTrail>> ListTrailsAsync(string lid, CancellationToken cancellationToken) => store.ListTrailsAsync(lid, cancellationToken);

    public Task<IReadOnlyList<string>> ListOperatorsAsync(CancellationToken cancellationToken) => store.ListOperatorsAsync(cancellationToken);
}
