using Flint.Operator.Api;
using Flint.Operator.Core;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Storage;
using Flint.Operator.UI;
using Flint.Operator.ViewModels;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;

namespace Flint.Operator.Desktop;

/// <summary>The composition root of this head.</summary>
internal static class DesktopServices
{
    public static IServiceCollection AddOperatorDesktop(this IServiceCollection services, DataFolder folder, ApiConnection connection, RunMode mode, TimeProvider time)
    {
        services.AddSingleton(time).AddSingleton(folder).AddSingleton(mode);
        services.AddSingleton(new ActiveConnection(connection));
        services.AddSingleton<StartTokens>().AddSingleton<BrowserSession>();
        services.AddSingleton<ISecretStore, DataProtectionSecretStore>();
        services.AddSingleton<IExportTarget, OutboxDownload>();
        SecretProtection.Use(services.AddDataProtection(), folder);
        return services.AddWindow().AddProduct(folder.Database(mode.IsPractice));
    }

    /// <summary>The product itself: one line per project.</summary>
    private static IServiceCollection AddProduct(this IServiceCollection services, string databaseFile) => services
        .AddSingleton(Random.Shared)
        .AddOperatorCore()
        .AddOperatorStorage(databaseFile)
        .AddOperatorApi()
        .AddOperatorViewModels()
        .AddOperatorUI()
        .AddHostedService<SyncService>()
        .AddHostedService<NetworkHint>();

    private static IServiceCollection AddWindow(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddScoped<CircuitHandler, ScreenPresence>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DetailedErrors = false;

            // One operator at one machine: a lid closed for a while should find the same screen again.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
            circuit.DisconnectedCircuitMaxRetained = 8;
        });
        return services;
    }
}
