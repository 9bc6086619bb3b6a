using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Network;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Devices;

/// <summary>One till: what outlives a run of the app (rows, clock, key), and what happens to it.</summary>
internal sealed class Device
{
    public const string ApiKey = "flint_test_CANARY-key";

    private readonly World _world;
    private readonly SeededRandom _random;
    private readonly FateDraw _fates;
    private readonly Queue<Action> _onWaking = new();
    private StoreState? _backup;
    private TimeSpan _asleepSince;
    private int _runs;

    public Device(World world, string name, SeededRandom random, ChangeFeed feed, InMemoryOperatorStore store)
    {
        (_world, _random, Name, Feed, Store) = (world, random, name, feed, store);
        _fates = new FateDraw(random, world.Kind);
        Clock = new DeviceClock(world.Time, stopsInSleep: random.Chance(0.5));
        Settings = new InMemorySettingsStore(store);
    }

    public string Name { get; }

    public ChangeFeed Feed { get; }

    public InMemoryOperatorStore Store { get; }

    public InMemorySettingsStore Settings { get; }

    public DeviceClock Clock { get; }

    /// <summary>The device's own; they do not come along when a database is copied.</summary>
    public InMemorySecretStore Secrets { get; } = new();

    public ActiveConnection Connection { get; } = new(new ApiConnection(ApiConnection.HostedAddress, ApiKey));

    public Sky Sky { get; set; }

    /// <summary>A reference whose writes always fail at the server, so that its operation is stuck.</summary>
    public string? Stuck { get; set; }

    public bool IsAsleep { get; private set; }

    /// <summary>Whether its rows may have forgotten what was sent.</summary>
    public bool IsRestored { get; private set; }

    public AppRun? Run { get; private set; }

    public DeathPoint? Death { get; set; }

    /// <summary>How many commits more the disk refuses.</summary>
    public int FullCommits { get; set; }

    /// <summary>Whether a write is out whose reply the rows do not know yet.</summary>
    public bool HasWriteOut => Store.Snapshot.Operations.Values.Any(operation => operation.State == OperationState.InFlight);

    public static Device New(World world, string name, SeededRandom random)
    {
        var feed = new ChangeFeed();
        var device = new Device(world, name, random, feed, new InMemoryOperatorStore(feed));
        device.Store.Write(state => state with { Settings = OperatorSettings.Default with { OperatorName = "CANARY-person", DeviceName = "CANARY-device" } });
        return device;
    }

    /// <summary>The database, copied to a second device.</summary>
    public Device Copy(string name)
    {
        var feed = new ChangeFeed();
        return new Device(_world, name, new SeededRandom(_random.NextState()), feed, Store.Copy(feed));
    }

    /// <summary>A copy of the rows that a corrupt file is replaced by later.</summary>
    public void BackUp()
    {
        _world.Trace?.Write($"{Name} backs its file up");
        _backup = Store.Snapshot;
    }

    /// <summary>The file was found corrupt: the app starts anew from the backup, and what came after it is gone.</summary>
    public void Restore()
    {
        if (_backup is { } rows)
        {
            Kill();
            IsRestored = true;
            _world.Trace?.Write($"{Name} its file is put back from the backup");
            Store.Write(_ => rows with { Installation = rows.Installation with { RestoredAt = Clock.GetUtcNow() } });
            _world.Auditor.Restored(Name, rows);
            Start();
        }
    }

    public void Start()
    {
        if (Run is null)
        {
            _world.Trace?.Write($"{Name}{_runs + 1} starts");
            Run = new AppRun(_world, this, ++_runs, new SeededRandom(_random.NextState()));
            Run.Wake();
        }
    }

    public void Kill()
    {
        if (Run is { } run)
        {
            _world.Trace?.Write($"{Name}{run.Number} is killed");
            run.IsDead = true;
            (Run, Death) = (null, null);
            Wake();
        }
    }

    public void Sleep()
    {
        if (IsAsleep)
        {
            return;
        }

        _world.Trace?.Write($"{Name} sleeps");
        (IsAsleep, _asleepSince) = (true, _world.Time.Now);
    }

    public void Wake()
    {
        if (!IsAsleep)
        {
            return;
        }

        _world.Trace?.Write($"{Name} wakes");
        Clock.Slept(_world.Time.Now - _asleepSince);
        IsAsleep = false;
        while (_onWaking.TryDequeue(out var next))
        {
            next();
        }

        Run?.Wake();
    }

    public void OnWaking(Action action) => _onWaking.Enqueue(action);

    public Fate Draw(bool isWrite, string? target)
    {
        var fate = _fates.Draw(Sky, isWrite);
        return isWrite && Stuck is { } stuck && target!.StartsWith(stuck, StringComparison.Ordinal) ? fate with { Fault = Server.ServerFault.Unavailable } : fate;
    }
}
