using Flint.Operator.UI.PaymentLinks;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Flint.Operator.UI;

public static class UIServices
{
    public static IServiceCollection AddOperatorUI(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddMudServices();
        services.AddScoped<OperatorScript>();
        services.AddTransient<Ages>();
        services.AddTransient<RecordWords>();
        services.AddTransient<LinkWords>();
        return services;
    }
}
