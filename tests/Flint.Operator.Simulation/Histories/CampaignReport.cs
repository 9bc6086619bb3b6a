namespace Flint.Operator.Simulation.Histories;

/// <summary>What a run of many histories found; the failed ones without their traces.</summary>
internal sealed record CampaignReport(int Histories, TimeSpan Took, IReadOnlyList<HistoryResult> Failed)
{
    public int Violations => Failed.Sum(result => result.Violations.Count);
}
