namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The coverages over many true values: their mean and 5th percentile.</summary>
public readonly record struct CoverageDistribution(double Mean, double FifthPercentile)
{
    public static CoverageDistribution Of(IEnumerable<double> coverages)
    {
        double[] sorted = [.. coverages.Order()];

        // Linear between order statistics, as numpy has it.
        double place = 0.05 * (sorted.Length - 1);
        int below = (int)place;
        double fifth = sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
        return new CoverageDistribution(sorted.Average(), fifth);
    }

    public override string ToString() => $"{CoverageFigure.Share(Mean)} / {CoverageFigure.Share(FifthPercentile)}";
}
