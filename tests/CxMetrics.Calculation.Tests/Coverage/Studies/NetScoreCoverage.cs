using System.Text.Json;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>One net score: every sample of the trinomial distribution is enumerated.</summary>
public static class NetScoreCoverage
{
    private const int FewAnswers = 20;

    public static CoverageStudy Study { get; } =
        new(
            "net score",
            ["answers", "detractors/passives/promoters", .. NetScoreCandidates.Names],
            [.. CoverageFile.Rows("nps_one_sample").Where(IsNamed).Select(ToRow)]
        );

    private static bool IsNamed(JsonElement row) => NetDistributions.Find(Name(row)) is not null;

    private static string Name(JsonElement row) => row.GetProperty("distribution").GetString()!;

    private static CoverageRow ToRow(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        return new CoverageRow([$"{n}", NetDistributions.LabelOf(Name(row))], () => Cells(row, n))
        {
            IsQuick = n <= FewAnswers,
        };
    }

    private static string[] Cells(JsonElement row, int n)
    {
        NetShares shares = NetDistributions.Find(Name(row))!;
        (NetCounts Counts, double Probability)[] samples = [.. shares.Samples(n)];
        return
        [
            .. NetScoreCandidates.All.Select(candidate =>
            {
                CoverageTally tally = TallyOf(samples, candidate.Limits, shares.Score);
                CoverageFile.ShouldAgree(tally, row.GetProperty(candidate.Key), candidate.Name);
                return tally.Figure.ToString();
            }),
        ];
    }

    private static CoverageTally TallyOf(
        (NetCounts Counts, double Probability)[] samples,
        Func<NetCounts, IntervalLimits> limits,
        double score
    )
    {
        var tally = new CoverageTally();
        foreach ((NetCounts counts, double probability) in samples)
        {
            tally.Add(limits(counts), score, probability);
        }

        return tally;
    }
}
