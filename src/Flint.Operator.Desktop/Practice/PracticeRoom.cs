using Flint.Operator.Core.Practice;
using Flint.Operator.Sandbox;

namespace Flint.Operator.Desktop.Practice;

/// <summary>The controls of the practice API of this process.</summary>
internal sealed class PracticeRoom(SandboxServer server, PracticeReset reset) : IPracticeRoom
{
    private readonly Lock _gate = new();
    private PracticeCondition _chosen = PracticeCondition.Fine;
    private string _plan = server.Faults;

    public PracticeCondition Condition
    {
        get
        {
            // Whoever changes the plan over the practice API itself leaves another text behind than ours.
            lock (_gate)
                return server.IsUnplugged ? PracticeCondition.NoNetwork : server.Faults == _plan ? _chosen : PracticeCondition.SetByHand;
        }
    }

    public bool StartsOver => reset.IsAsked;

    public async Task<bool> UseAsync(PracticeCondition condition, CancellationToken cancellationToken)
    {
        if (condition == PracticeCondition.NoNetwork)
        {
            await server.UnplugAsync();
            return true;
        }

        try
        {
            await server.PlugInAsync(cancellationToken);
        }
        catch (IOException)
        {
            return false;
        }

        lock (_gate)
        {
            server.UseFaults(PracticePlans.Of(condition));
            (_chosen, _plan) = (condition, server.Faults);
        }

        return true;
    }

    public bool AskToStartOver(bool isWanted) => reset.Ask(isWanted);
}
