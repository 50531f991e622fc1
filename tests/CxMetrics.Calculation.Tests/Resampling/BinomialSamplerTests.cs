using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Resampling;

public sealed class BinomialSamplerTests
{
    private const int Draws = 40_000;

    [TestCase(1, 0.3)]
    [TestCase(7, 0.5)]
    [TestCase(20, 0.95)]
    [TestCase(1_000, 0.004)]
    [TestCase(40, 0.4)]
    [TestCase(500, 0.03)]
    [TestCase(1_000, 0.7)]
    [TestCase(3_000_000, 0.2)]
    [TestCase(1_000_000_000_000, 1e-10)]
    [TestCase(1_000_000_000_000, 0.5)]
    public void Next_ManyDraws_HaveTheMomentsOfTheBinomial(long trials, double probability)
    {
        RandomStream stream = new(7);
        double expected = trials * probability;
        double spread = Math.Sqrt(expected * (1 - probability));
        double[] deviations = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            long successes = BinomialSampler.Next(ref stream, trials, probability);
            successes.Should().BeInRange(0, trials);
            deviations[draw] = (successes - expected) / spread;
        }

        // The bounds are four standard errors of the moments, from the skewness and kurtosis of the distribution.
        double skewness = (1 - (2 * probability)) / spread;
        double kurtosis = 3 + ((1 - (6 * probability * (1 - probability))) / (spread * spread));
        double root = Math.Sqrt(Draws);
        deviations.Average().Should().BeApproximately(0, 4 / root);
        deviations.Average(x => x * x).Should().BeApproximately(1, 4 * Math.Sqrt(kurtosis - 1) / root);
        deviations.Average(x => x * x * x).Should().BeApproximately(skewness, 4 * 4 * Math.Max(1, kurtosis) / root);
    }

    // 50 trials of 0.4: rejection sampling against the probabilities themselves.
    [Test]
    public void Next_ManyDraws_HaveTheProbabilitiesOfTheBinomial()
    {
        RandomStream stream = new(11);
        int[] counts = new int[51];
        for (int draw = 0; draw < Draws; draw++)
        {
            counts[BinomialSampler.Next(ref stream, 50, 0.4)]++;
        }

        MathNet.Numerics.Distributions.Binomial binomial = new(0.4, 50);
        double distance = 0;
        int classes = 0;
        for (int successes = 0; successes <= 50; successes++)
        {
            double expected = Draws * binomial.Probability(successes);
            if (expected >= 5)
            {
                distance += Math.Pow(counts[successes] - expected, 2) / expected;
                classes++;
            }
        }

        // The chi-square has as many degrees of freedom as classes; five standard deviations above its mean.
        distance.Should().BeLessThan(classes + (5 * Math.Sqrt(2 * classes)));
    }

    [Test]
    public void Next_CertainOrImpossible_IsAllOrNone()
    {
        RandomStream stream = new(1);
        BinomialSampler.Next(ref stream, 1_000_000, 0).Should().Be(0);
        BinomialSampler.Next(ref stream, 1_000_000, 1).Should().Be(1_000_000);
        BinomialSampler.Next(ref stream, 0, 0.5).Should().Be(0);
    }
}
