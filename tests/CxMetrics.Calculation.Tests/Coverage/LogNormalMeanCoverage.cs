using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The mean of log-normal numbers: the simulated coverage that decides for t and that the page shows, with fewer samples.</summary>
public sealed class LogNormalMeanCoverage
{
    private const int Samples = 3_000;

    [TestCase(0.25, 5, 0.880, 0.947, 0.917)]
    [TestCase(1, 5, 0.872, 0.933, 0.822)]
    [TestCase(1, 10, 0.915, 0.941, 0.841)]
    [TestCase(1, 20, 0.933, 0.945, 0.868)]
    [TestCase(2.25, 20, 0.929, 0.941, 0.758)]
    public void Coverage_OfLogNormalNumbers_IsThatOfThePage(
        double variance,
        int n,
        double cox,
        double coxStudentT,
        double plain
    )
    {
        double truth = Math.Exp(variance / 2);
        RandomStreamSource random = new(20260131);
        MathNet.Numerics.Distributions.LogNormal logNormal = new(0, Math.Sqrt(variance), random);
        int[] covered = new int[3];
        double[] values = new double[n];
        for (int sample = 0; sample < Samples; sample++)
        {
            logNormal.Samples(values);
            covered[0] += Holds(LogNormalMean.FromValues(values, method: LogNormalMeanMethod.Cox), truth);
            covered[1] += Holds(LogNormalMean.FromValues(values), truth);
            covered[2] += Holds(Mean.FromValues(values), truth);
        }

        double[] expected = [cox, coxStudentT, plain];
        for (int method = 0; method < expected.Length; method++)
        {
            double share = (double)covered[method] / Samples;
            double error = Math.Sqrt(expected[method] * (1 - expected[method]) / Samples);
            share.Should().BeApproximately(expected[method], 4 * error);
        }
    }

    private static int Holds(Estimate estimate, double truth) =>
        estimate.Interval is { } interval && interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
}
