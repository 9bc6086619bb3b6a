using System.Net;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Practice;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Start;
using Flint.Operator.UI.Shell;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.Desktop;

/// <summary>Kestrel on loopback, over the shared views.</summary>
internal static class DesktopHost
{
    public static WebApplication Build(int port, DataFolder folder, ApiConnection connection, RunMode mode, TimeProvider time, IPracticeRoom? practice = null)
    {
        // Empty on purpose: no environment variable or settings file can add an address, a host name or a chattier log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DesktopHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        builder.WebHost.UseStaticWebAssets();
        AddLogging(builder.Logging);
        builder.Services.AddOperatorDesktop(folder, connection, mode, time);
        if (practice is not null)
            builder.Services.AddSingleton(practice);

        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<SessionGate>();
        app.UseStatusCodePagesWithReExecute(Routes.NotFound);
        app.UseRouting();
        app.UseAntiforgery();
        app.MapStaticAssets();
        OutboxDownload.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(circuit => circuit.ContentSecurityFrameAncestorsPolicy = null)
            .AddAdditionalAssemblies(typeof(OperatorApp).Assembly);
        app.UseEndpoints(_ => { });
    }

    /// <summary>Standard output is a contract, so the log goes to standard error; requests, whose addresses can hold a token, stay out of it.</summary>
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);

        // Says on every start that key files have no encryptor; the secret store says so once it matters.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // The failure to bind is told to the operator in words.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
    }
}
