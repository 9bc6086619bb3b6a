using System.Reflection;
using Flint.Operator.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Simulation.Devices;

/// <summary>
/// Core exactly as its own registration wires it, made by a container that does nothing else: a history starts the app several
/// times, and building a full container would cost more than running it.
/// </summary>
internal sealed class Wiring : IServiceProvider
{
    private static readonly Dictionary<Type, Func<Wiring, object>> Recipes = ReadCore();

    private readonly Dictionary<Type, object> _made = [];
    private readonly ILoggerFactory _logs;

    public Wiring(ILoggerFactory logs)
    {
        _logs = logs;
    }

    public Wiring Add<T>(T port)
        where T : class
    {
        _made.Add(typeof(T), port);
        return this;
    }

    public T Get<T>() => (T)GetService(typeof(T));

    public object GetService(Type serviceType)
    {
        if (!_made.TryGetValue(serviceType, out var made))
        {
            made = Recipes.TryGetValue(serviceType, out var recipe) ? recipe(this) : throw new InvalidOperationException($"Core asks for {serviceType}, which the simulation does not have.");
            _made.Add(serviceType, made);
        }

        return made;
    }

    private static Dictionary<Type, Func<Wiring, object>> ReadCore()
    {
        Dictionary<Type, Func<Wiring, object>> recipes = [];
        foreach (var service in new ServiceCollection().AddOperatorCore())
        {
            recipes[service.ServiceType] = Recipe(service);
        }

        foreach (var type in typeof(CoreServices).Assembly.GetTypes().Where(type => type is { IsClass: true, ContainsGenericParameters: false }))
        {
            recipes.TryAdd(typeof(ILogger<>).MakeGenericType(type), Log(type));
        }

        return recipes;
    }

    private static Func<Wiring, object> Log(Type type)
    {
        var make = ConstructorInvoker.Create(typeof(Logger<>).MakeGenericType(type).GetConstructors().Single());
        return wiring => make.Invoke(wiring._logs);
    }

    private static Func<Wiring, object> Recipe(ServiceDescriptor service)
    {
        if (service.ImplementationInstance is { } instance)
        {
            return _ => instance;
        }

        if (service.ImplementationFactory is { } factory)
        {
            return wiring => factory(wiring);
        }

        var constructor = service.ImplementationType!.GetConstructors().Single();
        var make = ConstructorInvoker.Create(constructor);
        var needs = constructor.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        return wiring => make.Invoke([.. needs.Select(wiring.GetService)]);
    }
}
