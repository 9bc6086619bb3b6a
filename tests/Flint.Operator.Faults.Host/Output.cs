namespace Flint.Operator.Faults.Host;

/// <summary>What the parent hears: a line is out before the run goes on.</summary>
internal static class Output
{
    public static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
