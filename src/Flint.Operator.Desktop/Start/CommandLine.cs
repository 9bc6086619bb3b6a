using System.Globalization;
using Flint.Operator.Core.Account;

namespace Flint.Operator.Desktop.Start;

/// <summary>Reads options from the arguments first and from the environment second.</summary>
internal sealed class CommandLine
{
    public const string DataVariable = "FLINT_OPERATOR_DATA";
    public const string BaseUrlVariable = "FLINT_OPERATOR_BASE_URL";
    public const string ApiKeyVariable = "FLINT_OPERATOR_API_KEY";

    public const string Usage = $"""
        Flint Operator

        Options:
          --port N            port of the app on 127.0.0.1; 0 takes any free one (default 5180)
          --data DIR          folder that holds everything the app keeps on this device
          --no-browser        open no window; the address is printed
          --practice          work with the built-in practice API, whatever key is configured
          --practice-port N   port of the practice API; 0 takes any free one
          --help              print this text

        Environment:
          {DataVariable}      as --data
          {BaseUrlVariable}  address of the API (https, or http on this machine)
          {ApiKeyVariable}   API key; without one the app starts in practice mode
        """;

    private readonly Func<string, string?> _environment;
    private readonly Queue<string> _arguments;
    private string? _refusal;
    private int _port = DesktopOptions.DefaultPort;
    private int? _practicePort;
    private string? _data;
    private bool _opensWindow = true;
    private bool _forcesPractice;
    private bool _wantsHelp;

    private CommandLine(IEnumerable<string> arguments, Func<string, string?> environment)
    {
        _arguments = new Queue<string>(arguments);
        _environment = environment;
    }

    public static StartRequest Parse(IEnumerable<string> arguments, Func<string, string?> environment) =>
        new CommandLine(arguments, environment).Parse();

    private StartRequest Parse()
    {
        while (_refusal is null && _arguments.TryDequeue(out var argument))
            Take(argument);

        return (_refusal, _wantsHelp) switch
        {
            ({ } reason, _) => new StartRequest.Refused(reason),
            (_, true) => new StartRequest.Help(),
            _ => Complete(),
        };
    }

    private void Take(string argument)
    {
        var (name, value) = argument.Split('=', 2) is [var left, var right] ? (left, right) : (argument, null);
        switch (name)
        {
            case "--port": _port = Port(name, value) ?? 0; break;
            case "--practice-port": _practicePort = Port(name, value); break;
            case "--data": _data = Value(name, value, "the folder to use"); break;
            case "--no-browser" when value is null: _opensWindow = false; break;
            case "--practice" when value is null: _forcesPractice = true; break;
            case "--help" or "-h" or "-?" when value is null: _wantsHelp = true; break;
            case "--no-browser" or "--practice" or "--help": _refusal = $"{name} takes no value: write {name} alone."; break;
            default: _refusal = $"Unknown option '{name}': run with --help to see the options."; break;
        }
    }

    private string? Value(string name, string? attached, string what)
    {
        if (attached is null && _arguments.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal))
            attached = _arguments.Dequeue();

        if (string.IsNullOrWhiteSpace(attached))
            _refusal = $"{name} has no value: name {what} after it.";

        return attached;
    }

    private int? Port(string name, string? attached)
    {
        var text = Value(name, attached, "a port number");
        if (_refusal is not null)
            return null;

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
            return port;

        _refusal = $"{name} cannot be '{text}': name a number from 0 to 65535, where 0 takes any free port.";
        return null;
    }

    private StartRequest Complete()
    {
        if (FirstNonBlank(_data, _environment(DataVariable), DataFolder.DefaultPath()) is not { } folder)
            return new StartRequest.Refused("--data is needed, because this account has no folder for application data: name a folder after it.");

        Uri? baseAddress = null;
        if (FirstNonBlank(_environment(BaseUrlVariable)) is { } address
            && !(Uri.TryCreate(address.Trim(), UriKind.Absolute, out baseAddress) && ApiConnection.IsAllowed(baseAddress)))
            return new StartRequest.Refused($"{BaseUrlVariable} must be an https address, or http on this machine (127.0.0.1, localhost), without user name, query or fragment: correct or remove it.");

        var key = FirstNonBlank(_environment(ApiKeyVariable))?.Trim();
        if (key is not null && !key.All(c => c is > ' ' and <= '~'))
            return new StartRequest.Refused($"{ApiKeyVariable} holds a character that no API key has: copy the key again.");

        return new StartRequest.Run(new DesktopOptions
        {
            Port = _port,
            DataFolder = Path.GetFullPath(folder),
            OpensWindow = _opensWindow,
            ForcesPractice = _forcesPractice,
            PracticePort = _practicePort,
            BaseAddress = baseAddress,
            ApiKey = key,
        });
    }

    private static string? FirstNonBlank(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }
}
