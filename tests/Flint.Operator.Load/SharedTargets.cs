using System.Collections.Concurrent;

namespace Flint.Operator.Load;

/// <summary>The few orders and sessions that all clients fight over: the newest ones, so that there is always something to win.</summary>
internal sealed class SharedTargets
{
    private const int Width = 24;
    private readonly ConcurrentDictionary<int, string> _orders = new();
    private readonly ConcurrentDictionary<int, string> _pages = new();
    private readonly Lock _gate = new();
    private int _keys;
    private int _order;
    private int _page;
    private SharedLaunch? _launch;
    private int _launches;
    private int _launchTurns;

    /// <summary>Four clients in a row are given the same number.</summary>
    public int NextKey() => Interlocked.Increment(ref _keys) / 4;

    /// <summary>Four clients in a row are given the same checkout to launch; null while there is no order.</summary>
    public SharedLaunch? NextLaunch(Random random)
    {
        lock (_gate)
        {
            if (_launchTurns++ % 4 == 0)
                _launch = AnyOrder(random) is { } order ? new SharedLaunch(++_launches, order) : null;
            return _launch;
        }
    }

    public void AddOrder(string id) => _orders[(Interlocked.Increment(ref _order) & int.MaxValue) % Width] = id;

    public void AddPage(string url) => _pages[(Interlocked.Increment(ref _page) & int.MaxValue) % Width] = url;

    public string? AnyOrder(Random random) => _orders.GetValueOrDefault(random.Next(Width));

    public string? AnyPage(Random random) => _pages.GetValueOrDefault(random.Next(Width));
}
