using System.Net;
using Flint.Operator.Api.Account;
using Flint.Operator.Api.CheckoutSessions;
using Flint.Operator.Api.Http;
using Flint.Operator.Api.Orders;
using Flint.Operator.Api.PaymentLinks;
using Flint.Operator.Api.Sync;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Flint.Operator.Api;

// Registers the hosted API behind Core's ports. The head adds ActiveConnection and TimeProvider.
public static class ApiServices
{
    // One name for all interfaces: they then share one handler chain and so one pool of connections.
    internal const string ClientName = "Flint";

    // Adds IOperationGateway and IAccountGateway.
    public static IServiceCollection AddOperatorApi(this IServiceCollection services)
    {
        services.AddTransient<ConnectionHandler>();
        services.AddTransient<WholeAnswerHandler>();
        var settings = RefitSettings.ForJsonContext(ApiJson.Default);
        services.AddRefitGeneratedClient<IPaymentLinksApi>(settings, ClientName);
        services.AddRefitGeneratedClient<IOrdersApi>(settings, ClientName);
        services.AddRefitGeneratedClient<ICheckoutSessionsApi>(settings, ClientName);
        services.AddRefitGeneratedClient<IAccountApi>(settings, ClientName);
        AddTransport(services);

        services.AddSingleton<AnswerReader>();
        services.AddSingleton<PaymentLinkResource>();
        services.AddSingleton<OrderResource>();
        services.AddSingleton<CheckoutSessionResource>();
        services.AddSingleton<IOperationGateway, OperationGateway>();
        services.AddSingleton<IAccountGateway, AccountGateway>();
        return services;
    }

    private static void AddTransport(IServiceCollection services) =>
        services.AddHttpClient(ClientName, client =>
            {
                client.BaseAddress = ConnectionHandler.Placeholder;

                // The limit is WholeAnswerHandler's, which can tell it from a caller's cancellation.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })

            // The factory's own loggers write URLs, and headers when asked for more.
            .RemoveAllLoggers()
            .AddHttpMessageHandler<ConnectionHandler>()
            .AddHttpMessageHandler<WholeAnswerHandler>()
            .UseSocketsHttpHandler((handler, _) => Configure(handler))

            // The gateways are singletons; fresh DNS comes from the age limit of pooled connections instead.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    internal static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);

        // No header that we did not write: the host's tracing is nobody else's business.
        handler.ActivityHeadersPropagator = null;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    }
}
