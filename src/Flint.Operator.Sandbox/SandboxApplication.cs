using System.Net;
using Flint.Operator.Sandbox.Account;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Control;
using Flint.Operator.Sandbox.Dashboard;
using Flint.Operator.Sandbox.Faults;
using Flint.Operator.Sandbox.HostedPages;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.Refunds;
using Flint.Operator.Sandbox.State;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Flint.Operator.Sandbox;

public static class SandboxApplication
{
    /// <summary>
    /// Starts from the empty builder: another program may host this one, and neither its settings files, its environment
    /// nor its folder may change what the sandbox does.
    /// </summary>
    public static WebApplication Build(SandboxOptions options, TimeProvider time, Action<IWebHostBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = options.Faults is { } plan ? FaultShapes.Parse(plan) : new FaultPlan();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(SandboxApplication).Assembly.GetName().Name,
        });
        // A failed start is thrown to whoever started us, who says it better than a stack trace in the log.
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        configure?.Invoke(builder.WebHost);
        AddServices(builder.Services, options, new SandboxClock(time));

        var app = builder.Build();
        app.Services.GetRequiredService<FaultBook>().Use(faults);
        UsePipeline(app);
        app.MapPaymentLinks();
        app.MapOrders();
        app.MapCheckoutSessions();
        app.MapProducts();
        app.MapRefunds();
        app.MapAccount();
        app.MapHostedPages();
        app.MapKeyPolicy();
        app.MapKey();
        app.MapFaults();
        app.MapClock();
        app.MapState();
        app.MapDashboard();
        return app;
    }

    private static void AddServices(IServiceCollection services, SandboxOptions options, SandboxClock clock)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        services.AddHostedService<FirstState>();

        // A write then ends when its bytes have left: a reply that is cut short must not be overtaken by the cut.
        services.Configure<SocketTransportOptions>(sockets => sockets.MaxWriteBufferSize = 2);
        services.AddSingleton<NetworkCable>();
        services.AddSingleton<IConnectionListenerFactory>(provider => provider.GetRequiredService<NetworkCable>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.AddSingleton(options);
        services.AddSingleton<RateGate>();
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(_ => new SandboxDatabase(options.DataFile, clock));
        services.AddSingleton(provider => provider.GetRequiredService<SandboxDatabase>().Identity);
        services.AddSingleton<HostedUrls>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<KeyPolicy>();
        services.AddSingleton<ServerErrors>();
        services.AddSingleton<KeyRights>();
        services.AddSingleton<ApiCalls>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<ApiKeyGate>();
        services.AddSingleton<ProblemGate>();
        services.AddSingleton(Random.Shared);
        services.AddSingleton<FaultBook>();
        services.AddSingleton<BrokenReply>();
        services.AddSingleton<FaultGate>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<DashboardRecords>();
        services.AddSingleton<ResolutionContexts>();
        services.AddSingleton<LinkResolution>();
    }

    /// <summary>A key is claimed before a fault can delay its request, or two could run at once.</summary>
    private static void UsePipeline(WebApplication app)
    {
        var services = app.Services;
        app.Use(services.GetRequiredService<SandboxClock>().RunAsync);
        app.UseApiHeaders(services.GetRequiredService<SandboxIdentity>(), services.GetRequiredService<TimeProvider>());
        app.Use(services.GetRequiredService<RequestLog>().RunAsync);
        app.Use(LocalGate.CheckAsync);
        app.Use(services.GetRequiredService<ProblemGate>().RunAsync);
        app.Use(IdempotencyKeys.NameAsync);
        app.Use(services.GetRequiredService<RateGate>().RunAsync);
        app.Use(RequestBody.CheckLengthAsync);
        app.Use(services.GetRequiredService<IdempotencyKeys>().ClaimAsync);
        app.Use(services.GetRequiredService<FaultGate>().RunAsync);
        app.Use(services.GetRequiredService<ApiKeyGate>().CheckAsync);
    }
}
