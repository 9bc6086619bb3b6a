using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flint.Operator.Desktop;

/// <summary>One run of the app, from its options to its exit.</summary>
internal sealed class DesktopRun(DesktopOptions options, TimeProvider time, TextWriter output, TextWriter error)
{
    public async Task RunAsync()
    {
        var folder = DataFolder.Open(options.DataFolder);
        using var held = DataFolderLock.Take(folder);

        var secrets = new DataProtectionSecretStore(folder, SecretProtection.Open(folder), NullLogger<DataProtectionSecretStore>.Instance);
        var connection = await ConnectionChoice.ChooseAsync(options, secrets, CancellationToken.None);
        await using var practice = connection is null
            ? await PracticeSandbox.StartAsync(folder, options.PracticePort, time, CancellationToken.None)
            : null;

        var mode = new RunMode(practice is not null, options.ApiKey is not null, options.BaseAddress is not null, folder.Path, AppVersion.Text);
        await using var app = DesktopHost.Build(options.Port, folder, connection ?? practice!.Connection, mode, time, practice?.Room);
        await OpenDatabaseAsync(app.Services, folder.Database(mode.IsPractice));
        using var telling = StoreNoticeLines.WriteTo(error, app.Services.GetRequiredService<StoreNotices>());
        var address = await ListenAsync(app);
        if (practice is not null)
            await output.WriteLineAsync(practice.ReadyLine);

        var tokens = app.Services.GetRequiredService<StartTokens>();
        await output.WriteLineAsync($"Flint Operator ready: {tokens.Issue().AddressAt(address)}");
        await output.FlushAsync();

        var window = options.OpensWindow ? ShowAsync(app, folder, address, tokens) : Task.CompletedTask;
        await app.WaitForShutdownAsync();
        await window;
    }

    /// <summary>Opens the database before anything is shown, and puts the address set in the app in force.</summary>
    private static async Task OpenDatabaseAsync(IServiceProvider services, string file)
    {
        try
        {
            var settings = await services.GetRequiredService<ISettingsStore>().LoadAsync(CancellationToken.None);
            var (active, mode) = (services.GetRequiredService<ActiveConnection>(), services.GetRequiredService<RunMode>());
            if (mode is { IsPractice: false, AddressIsGiven: false } && Uri.TryCreate(settings.BaseAddress, UriKind.Absolute, out var address) && ApiConnection.IsAllowed(address))
                active.Use(active.Current with { BaseAddress = address });
        }
        catch (DatabaseProblemException e)
        {
            throw new StartRefusedException(ExitCode.DatabaseUnusable, DatabaseRefusal.Sentence(e.Problem, file), e);
        }
    }

    private async Task<Uri> ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return new Uri(app.Urls.Single());
        }
        catch (Exception e) when (PortInUse.Is(e))
        {
            throw new StartRefusedException(
                ExitCode.PortTaken,
                string.Create(CultureInfo.InvariantCulture, $"Port {options.Port} cannot be used: name another one with --port, or 0 for any free one."),
                e);
        }
    }

    private async Task ShowAsync(WebApplication app, DataFolder folder, Uri address, StartTokens tokens)
    {
        var profile = Path.Combine(folder.Window, "profile");
        var browsers = InstalledBrowsers.OfThisMachine;
        var window = new OperatorWindow(
            folder,
            tokens,
            time,
            page => WindowCommand.For(browsers.System, browsers.FindFirst(), profile, page),
            WindowProcess.RunAsync);
        try
        {
            switch (await window.ShowAsync(address, app.Lifetime.ApplicationStopping))
            {
                case WindowOutcome.Closed:
                    app.Lifetime.StopApplication();
                    break;
                case WindowOutcome.NeverOpened when !app.Lifetime.ApplicationStopping.IsCancellationRequested:
                    await error.WriteLineAsync("No window opened: open the address above in a browser. It works once.");
                    break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
                await error.WriteLineAsync("No window could be opened: open the address above in a browser. It works once.");
        }
    }
}
