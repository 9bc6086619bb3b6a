using Flint.Operator.Load;

if (LoadOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(LoadOptions.Usage);
    return 2;
}

var report = await LoadRun.RunAsync(options, TimeProvider.System, CancellationToken.None);
await Console.Out.WriteLineAsync(report.ToString());
return report.Violations.Count == 0 ? 0 : 1;
