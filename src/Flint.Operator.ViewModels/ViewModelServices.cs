using Flint.Operator.ViewModels.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.ViewModels;

/// <summary>Registers what view models share. The view models themselves are made by their views, one for each time a screen is opened.</summary>
public static class ViewModelServices
{
    public static IServiceCollection AddOperatorViewModels(this IServiceCollection services) =>
        services.AddSingleton<RecordLists>().AddSingleton<RecordScopes>();
}
