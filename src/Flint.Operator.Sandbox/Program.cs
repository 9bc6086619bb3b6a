using System.Runtime.InteropServices;
using Flint.Operator.Sandbox;
using SQLite;

if (SandboxCommandLine.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(SandboxCommandLine.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, stop.Token);
    await Console.Out.WriteLineAsync(
        $"Practice API ready: {server.BaseAddress.GetLeftPart(UriPartial.Authority)} key {server.ApiKey}");
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (ArgumentException exception)
{
    await Console.Error.WriteLineAsync($"The fault plan cannot be used: {exception.Message}");
    return 2;
}
catch (Exception exception) when (exception is SQLiteException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"The data file '{options.DataFile}' cannot be used: {exception.Message}");
    return 3;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot start on port {options.Port} with '{options.DataFile}': {exception.Message}");
    return 4;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
