using Flint.Operator.Desktop;
using Flint.Operator.Desktop.Start;

switch (CommandLine.Parse(args, Environment.GetEnvironmentVariable))
{
    case StartRequest.Help:
        await Console.Out.WriteLineAsync(CommandLine.Usage);
        return ExitCode.Stopped;

    case StartRequest.Run(var options):
        try
        {
            await new DesktopRun(options, TimeProvider.System, Console.Out, Console.Error).RunAsync();
            return ExitCode.Stopped;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }

    case StartRequest.Refused(var reason):
        await Console.Error.WriteLineAsync(reason);
        return ExitCode.BadOption;

    default:
        throw new System.Diagnostics.UnreachableException();
}
