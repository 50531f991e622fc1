using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The change of the net score of people who all answered twice: every table of both answers is enumerated.</summary>
/// <remarks>Some give the same answer again, the others answer anew, as before or with half of the detractors moved up.</remarks>
public static class OverlapCoverage
{
    private static readonly string[] Distributions = ["strong", "typical", "polarised", "mostly passive"];

    // With 20 pairs there are three million tables.
    private static readonly string[] DistributionsForMany = ["typical", "polarised"];

    private static readonly double[] SharesOfTheSame = [0.5, 0.8, 0.95];

    public static CoverageStudy Study { get; } =
        new(
            "change of a net score of the same people",
            [
                "pairs",
                "detractors/passives/promoters",
                "**Tango, correlated**",
                "correlation not corrected",
                "Wald on the changes",
            ],
            [
                .. from pairs in new[] { 5, 10, 20 }
                from name in pairs < 20 ? Distributions : DistributionsForMany
                select new CoverageRow([$"{pairs}", NetDistributions.LabelOf(name)], () => Cells(name, pairs))
                {
                    IsQuick = pairs == 5,
                },
            ]
        );

    private static string[] Cells(string name, int pairs)
    {
        NetShares first = NetDistributions.Find(name)!;
        (double Same, bool IsMoved)[] settings =
        [
            .. from same in SharesOfTheSame from isMoved in new[] { false, true } select (same, isMoved),
        ];

        // A piece for each count of the last cell, summed in their order, so that the result does not depend on the number of threads.
        Setting[][] pieces = new Setting[pairs + 1][];
        Parallel.For(
            0,
            pairs + 1,
            last =>
            {
                Setting[] piece = [.. settings.Select(item => new Setting(first, item.Same, item.IsMoved, pairs))];
                Enumerate(piece, pairs, last);
                pieces[last] = piece;
            }
        );
        return
        [
            .. Enumerable
                .Range(0, Setting.Methods)
                .Select(method =>
                    Enumerable
                        .Range(0, settings.Length)
                        .Select(index =>
                            pieces.Select(piece => piece[index].Tallies[method]).Aggregate((one, other) => one + other)
                        )
                        .MinBy(tally => tally.Coverage)!
                        .Figure.ToString()
                ),
        ];
    }

    private static void Enumerate(Setting[] settings, int pairs, int last)
    {
        long[] table = new long[9];
        table[8] = last;
        foreach (long[] cells in Compositions.All(pairs - last, 8))
        {
            cells.CopyTo(table, 0);
            IntervalLimits?[] limits = Limits(PairedNetCounts.FromTable(table));
            foreach (Setting setting in settings)
            {
                setting.Add(limits, table);
            }
        }
    }

    /// <summary>The interval of the library, square-and-add with the plain correlation, and Wald on the changes.</summary>
    private static IntervalLimits?[] Limits(PairedNetCounts both)
    {
        DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(default, default, both);
        Estimate first = NetScore.FromCounts(both.First);
        Estimate second = NetScore.FromCounts(both.Second);
        double spread = first.StandardError!.Value * second.StandardError!.Value;
        double cross = ((double)both.Agreement / both.Total) - (first.Value!.Value * second.Value!.Value);
        double correlation = spread > 0 ? Math.Clamp(cross / both.Total / spread, -1, 1) : 0;
        return
        [
            difference.Limits(),
            SquareAndAdd.Difference(
                first.Value.Value,
                TangoScoreInterval.FromCounts(both.First),
                second.Value.Value,
                TangoScoreInterval.FromCounts(both.Second),
                correlation
            ),
            WaldInterval.FromStandardError(difference.Value!.Value, difference.StandardError!.Value),
        ];
    }

    /// <summary>How both answers of a person are distributed, and how often each method held the true change.</summary>
    private sealed class Setting
    {
        public const int Methods = 3;

        private readonly double _change;
        private readonly MultinomialTerms _terms;

        public Setting(NetShares first, double same, bool isMoved, int pairs)
        {
            double moved = isMoved ? first.Negative / 4 : 0;
            double[] before = first.ToArray();
            double[] after = [first.Negative - (2 * moved), first.Neutral + moved, first.Positive + moved];
            _change = (1 - same) * 3 * moved;
            double[] shares = new double[9];
            for (int cell = 0; cell < shares.Length; cell++)
            {
                double again = cell / 3 == cell % 3 ? same : 0;
                shares[cell] = before[cell / 3] * (again + ((1 - same) * after[cell % 3]));
            }

            _terms = new MultinomialTerms(pairs, shares);
        }

        public CoverageTally[] Tallies { get; } = [new(), new(), new()];

        public void Add(IntervalLimits?[] limits, long[] table)
        {
            double probability = _terms.Probability(table);
            for (int method = 0; method < Methods; method++)
            {
                Tallies[method].Add(limits[method], _change, probability);
            }
        }
    }
}
