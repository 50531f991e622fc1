using CxMetrics.Calculation.Intervals;
using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The net score of exactly these 100 customers: every sample without replacement is enumerated.</summary>
public static class FinitePopulationCoverage
{
    private const int Population = 100;

    public static CoverageStudy Study { get; } =
        new(
            "net score of these customers",
            [
                "answers of 100",
                "detractors/passives/promoters",
                "**Tango, finite population**",
                "Tango",
                "Wald, finite population",
            ],
            [
                .. from n in new[] { 10, 20, 50, 80 }
                from name in new[] { "strong", "typical", "polarised" }
                select new CoverageRow([$"{n} of {Population}", NetDistributions.LabelOf(name)], () => Cells(n, name))
                {
                    IsQuick = true,
                },
            ]
        );

    private static string[] Cells(int n, string name)
    {
        NetShares shares = NetDistributions.Find(name)!;
        CoverageTally[] tallies = [new(), new(), new()];
        foreach (NetCounts counts in NetShares.AllCounts(n))
        {
            double probability = Probability(counts, shares);
            if (probability > 0)
            {
                Estimate estimate = NetScore.FromFinitePopulation(counts, Population);
                tallies[0].Add(estimate.Limits(), shares.Score, probability);
                tallies[1].Add(TangoScoreInterval.FromCounts(counts), shares.Score, probability);
                tallies[2]
                    .Add(
                        WaldInterval.FromStandardError(estimate.Value!.Value, estimate.StandardError!.Value),
                        shares.Score,
                        probability
                    );
            }
        }

        return [.. tallies.Select(tally => tally.Figure.ToString())];
    }

    private static double Probability(NetCounts counts, NetShares shares) =>
        Ways(shares.Negative, counts.Negative)
        * Ways(shares.Neutral, counts.Neutral)
        * Ways(shares.Positive, counts.Positive)
        / SpecialFunctions.Binomial(Population, (int)counts.Total);

    private static double Ways(double share, long drawn)
    {
        int all = (int)Math.Round(share * Population);
        return drawn > all ? 0 : SpecialFunctions.Binomial(all, (int)drawn);
    }
}
