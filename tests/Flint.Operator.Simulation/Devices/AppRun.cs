using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Simulation.Network;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Devices;

/// <summary>One run of the app on a device: the whole of Core over this device's rows, clock and network, driven as the sync loop drives it.</summary>
internal sealed class AppRun
{
    private static readonly RunMode Mode = new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "", "0.0.0");

    private readonly World _world;
    private readonly Wiring _services;
    private bool _isBusy;
    private int _wakings;

    public AppRun(World world, Device device, int number, SeededRandom random)
    {
        (_world, Device, Number) = (world, device, number);
        var network = new DeviceNetwork(world, this);
        _services = new Wiring(new AuditedLogs(world))
            .Add<TimeProvider>(device.Clock)
            .Add<Random>(random)
            .Add(device.Feed)
            .Add(world.Mutant.Options(new SyncOptions()))
            .Add(world.Mutant.Clock(device.Clock, random))
            .Add(world.Mutant.Store(new DeviceStore(world, this), this))
            .Add(world.Mutant.Gateway(network, this))
            .Add<IAccountGateway>(network)
            .Add<IPaymentLinkStore>(new InMemoryPaymentLinkStore(device.Store))
            .Add<ICheckoutStore>(new InMemoryCheckoutStore(device.Store))
            .Add<IOutboxStore>(new InMemoryOutboxStore(device.Store))
            .Add<ISettingsStore>(device.Settings)
            .Add<ISecretStore>(device.Secrets)
            .Add(Mode)
            .Add(device.Connection);
    }

    public Device Device { get; }

    public int Number { get; }

    public bool IsDead { get; set; }

    public StoreState Rows => Device.Store.Snapshot;

    public T Get<T>() => _services.Get<T>();

    /// <summary>A prompt, or the end of a wait: a cycle begins unless one is running.</summary>
    public void Wake()
    {
        if (!IsDead && !Device.IsAsleep && !_isBusy)
        {
            _isBusy = true;
            _wakings++;

            // It never ends in a run that is killed.
            _ = CycleAsync();
        }
    }

    /// <summary>After a tap: the loop wakes if it was prompted.</summary>
    public void Prompted()
    {
        if (Get<SyncSignal>().IsPrompted)
        {
            Wake();
        }
    }

    private async Task CycleAsync()
    {
        TimeSpan wait;
        try
        {
            await Get<SyncSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None);
            await Get<SyncEngine>().RunCycleAsync(CancellationToken.None);
            wait = await Get<SyncTimetable>().NextWaitAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            _world.Trace?.Write($"{Device.Name}{Number} threw {failure}");
            _world.Auditor.Threw(_world.Time.Now, failure);
            wait = TimeSpan.FromSeconds(10);
        }

        _isBusy = false;
        var waking = ++_wakings;
        _world.Time.After(Get<SyncSignal>().IsPrompted ? TimeSpan.Zero : wait, () =>
        {
            if (waking == _wakings)
            {
                Wake();
            }
        });
    }
}
