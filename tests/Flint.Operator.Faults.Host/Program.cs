using System.Text.Json;
using Flint.Operator.Faults.Host;
using Microsoft.Extensions.DependencyInjection;
using SQLite;

// One run of the app without its screens, told what to do line by line, so that a test can end it at any moment.
var config = JsonSerializer.Deserialize<HostConfig>((await Console.In.ReadLineAsync())!)!;
var services = new Lazy<ServiceProvider>(() => HostServices.Build(config));
var taps = new Lazy<Taps>(() => services.Value.GetRequiredService<Taps>());
SQLiteConnection? held = null;
Output.Say("ready");

while (await Console.In.ReadLineAsync() is { } line)
{
    var words = line.Split(' ');
    switch (words[0])
    {
        case "link":
            await taps.Value.LinkAsync();
            break;
        case "charge":
            await taps.Value.ChargeAsync();
            break;
        case "pause":
            await taps.Value.PauseAsync(words[1]);
            break;
        case "close":
            await taps.Value.CloseAsync(words[1]);
            break;
        case "settle":
            await Cycles.SettleAsync(services.Value);
            break;
        case "work":
            while (true)
            {
                await taps.Value.LinkAsync();
                await taps.Value.ChargeAsync();
                await Cycles.SettleAsync(services.Value);
            }

        case "flood":
            await taps.Value.FloodAsync();
            break;
        case "flood-control":
            ControlWriter.Flood(config.Database);
            break;
        case "lock":
            held = WriteLock.Take(config.Database);
            break;
        case "unlock":
            WriteLock.Release(held!);
            break;
        default:
            throw new NotSupportedException($"'{words[0]}' is not a command.");
    }
}

if (services.IsValueCreated)
{
    await services.Value.DisposeAsync();
}
