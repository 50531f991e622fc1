using System.Globalization;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The change of a share where some answered twice: every table of their answers, and every count of the others, is enumerated.</summary>
/// <remarks>Of those who answered twice a part gives the same answer again; the others answer anew.</remarks>
public static class PairedShareCoverage
{
    private static readonly (int Pairs, int Others)[] Sizes = [(10, 0), (20, 0), (50, 0), (10, 10), (20, 20), (5, 50)];

    private static readonly (double First, double Second)[] Settings =
    [
        (0.50, 0.50),
        (0.80, 0.80),
        (0.80, 0.90),
        (0.95, 0.95),
    ];

    public static CoverageStudy Study { get; } =
        FoldedStudy.Of(
            "change of a share of the same people",
            "pairs",
            ["**Newcombe, correlated**", "Newcombe, as if independent", "Wald, correlated"],
            from size in Sizes
            from shares in Settings
            select new CoverageSetting(
                [
                    size.Others == 0 ? $"{size.Pairs}" : $"{size.Pairs}, and {size.Others} others each time",
                    string.Create(CultureInfo.InvariantCulture, $"{shares.First:0.00} and {shares.Second:0.00}"),
                ],
                () => Figures(size.Pairs, size.Others, shares)
            )
            {
                IsQuick = size is (10, 0),
            }
        );

    // Two thirds of those who answered twice give the same answer again, as far as the second share allows.
    private static double[] PairShares((double First, double Second) shares)
    {
        const double Same = 2.0 / 3;
        double both = shares.First * (Same + ((1 - Same) * shares.Second));
        return [both, shares.First - both, shares.Second - both, 1 - shares.First - shares.Second + both];
    }

    private static CoverageFigure[] Figures(int pairs, int others, (double First, double Second) shares)
    {
        MultinomialTerms terms = new(pairs, PairShares(shares));
        double[] ones = MultinomialTerms.Binomial(others, shares.First);
        double[] twos = MultinomialTerms.Binomial(others, shares.Second);
        CoverageTally[] tallies = [new(), new(), new()];
        foreach (long[] table in Compositions.All(pairs, 4))
        {
            PairedShareCounts both = new(table[0], table[1], table[2], table[3]);
            double probability = terms.Probability(table);
            for (int one = 0; one <= others; one++)
            {
                for (int two = 0; two <= others; two++)
                {
                    Add(
                        tallies,
                        new ShareCounts(one, others),
                        new ShareCounts(two, others),
                        both,
                        shares.Second - shares.First,
                        probability * ones[one] * twos[two]
                    );
                }
            }
        }

        return [.. tallies.Select(tally => tally.Figure)];
    }

    private static void Add(
        CoverageTally[] tallies,
        ShareCounts onlyFirst,
        ShareCounts onlySecond,
        PairedShareCounts both,
        double truth,
        double probability
    )
    {
        DifferenceEstimate change = ShareDifference.FromOverlappingSamples(onlyFirst, onlySecond, both);
        IntervalLimits independent = NewcombeInterval.FromCounts(onlyFirst + both.First, onlySecond + both.Second);
        tallies[0].Add(change.Limits(), truth, probability);
        tallies[1].Add(independent, truth, probability);
        tallies[2]
            .Add(WaldInterval.FromStandardError(change.Value!.Value, change.StandardError!.Value), truth, probability);
    }
}
