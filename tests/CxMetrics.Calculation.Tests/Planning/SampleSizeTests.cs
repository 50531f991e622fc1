using CxMetrics.Calculation.Planning;

namespace CxMetrics.Calculation.Tests.Planning;

public sealed class SampleSizeTests
{
    // Planning table of the metric definitions: answers per period, 80 % power, two-sided 5 %.
    [TestCase(35, 30, 35, 3, 12_210)]
    [TestCase(35, 30, 35, 5, 4396)]
    [TestCase(35, 30, 35, 10, 1099)]
    [TestCase(35, 30, 35, 15, 489)]
    [TestCase(35, 30, 35, 20, 275)]
    [TestCase(20, 30, 50, 3, 10_640)]
    [TestCase(20, 30, 50, 5, 3831)]
    [TestCase(20, 30, 50, 10, 958)]
    [TestCase(20, 30, 50, 15, 426)]
    [TestCase(20, 30, 50, 20, 240)]
    [TestCase(10, 30, 60, 3, 7849)]
    [TestCase(10, 30, 60, 5, 2826)]
    [TestCase(10, 30, 60, 10, 707)]
    [TestCase(10, 30, 60, 15, 314)]
    [TestCase(10, 30, 60, 20, 177)]
    public void ForChange_OfTheNetPromoterScore_GivesThePlanningTable(
        long detractors,
        long passives,
        long promoters,
        double points,
        long answers
    )
    {
        AnswerVariance variance = AnswerVariance.OfNetPromoterScore(new(detractors, passives, promoters));
        SampleSize.ForChange(variance, variance, points).Answers.Should().Be(answers);
    }

    [TestCase(0.01, 20_015)]
    [TestCase(0.02, 5004)]
    [TestCase(0.03, 2224)]
    [TestCase(0.05, 801)]
    [TestCase(0.10, 201)]
    public void ForChange_OfAShareOf85Percent_GivesThePlanningTable(double change, long answers)
    {
        AnswerVariance variance = AnswerVariance.OfShare(0.85);
        SampleSize.ForChange(variance, variance, -change).Answers.Should().Be(answers);
    }

    [Test]
    public void ForChange_OfAMean_ScalesWithTheUnit()
    {
        AnswerVariance days = AnswerVariance.OfMean(3);
        AnswerVariance hours = AnswerVariance.OfMean(72);
        SampleSize
            .ForChange(days, days, 0.5)
            .Exact.Should()
            .BeApproximately(SampleSize.ForChange(hours, hours, 12).Exact, 1e-9);
    }

    [Test]
    public void PowerAndDetectableChange_OfThePlannedAnswers_AreItsInverse()
    {
        AnswerVariance first = AnswerVariance.OfShare(0.8);
        AnswerVariance second = AnswerVariance.OfShare(0.85);
        foreach (double level in new[] { 0.9, 0.95, 0.99 })
        {
            foreach (double power in new[] { 0.3, 0.8, 0.95 })
            {
                long n = SampleSize.ForChange(first, second, 0.05, level, power).Answers;
                Power.FromAnswers(first, second, n, n, 0.05, level).Should().BeGreaterThanOrEqualTo(power);
                Power.FromAnswers(first, second, n - 1, n - 1, -0.05, level).Should().BeLessThan(power);
                double change = DetectableChange.FromAnswers(first, second, n, 3 * n, level, power);
                Power.FromAnswers(first, second, n, 3 * n, change, level).Should().BeApproximately(power, 1e-12);
            }
        }
    }

    [Test]
    public void Power_NoChangeOrNoVariance_IsChanceOrCertainty()
    {
        AnswerVariance none = AnswerVariance.OfShare(1);
        AnswerVariance worst = AnswerVariance.WorstCaseShare;
        Power.FromAnswers(worst, worst, 10, 10, 0).Should().BeApproximately(0.025, 1e-12);
        Power.FromAnswers(none, none, 10, 10, 0).Should().BeApproximately(0.025, 1e-12);
        Power.FromAnswers(none, none, 1, 1, 0.01).Should().Be(1);
        SampleSize.ForChange(none, none, 1e-300).Answers.Should().Be(0);
        SampleSize.ForMargin(none, 1e-300, 0.95, 1).Answers.Should().Be(0);
        DetectableChange.FromAnswers(none, none, 5, 5).Should().Be(0);
    }

    [Test]
    public void ForMargin_OfAPopulation_NeverExceedsIt()
    {
        foreach (long population in new[] { 1L, 2, 500, 1_000_000 })
        {
            long answers = SampleSize.ForMargin(AnswerVariance.WorstCaseShare, 1e-9, 0.999, population).Answers;
            answers.Should().Be(population);
        }

        SampleSize.ForMargin(AnswerVariance.WorstCaseShare, 1e-300, 0.95, 77).Answers.Should().Be(77);
    }

    [Test]
    public void WorstCases_OfAnyAnswers_AreNotExceeded()
    {
        AnswerVariance.OfShare(0.5).Should().Be(AnswerVariance.WorstCaseShare);
        AnswerVariance.OfNetScore(new(3, 0, 3)).Should().Be(AnswerVariance.WorstCaseNetScore);
        AnswerVariance.OfNetPromoterScore(new(3, 0, 3)).Should().Be(AnswerVariance.WorstCaseNetPromoterScore);
    }

    [Test]
    public void Plans_MoreAnswersThanCanBeCounted_NameWhatIsTooSmall()
    {
        AnswerVariance variance = AnswerVariance.OfMean(1e100);
        Action margin = () => SampleSize.ForMargin(variance, 1e-100);
        Action change = () => SampleSize.ForChange(variance, variance, -1e-100);
        margin.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(margin));
        change.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(change));
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void ForMargin_ImpossibleMargin_IsRefused(double margin)
    {
        Action act = () => SampleSize.ForMargin(AnswerVariance.WorstCaseShare, margin);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(margin));
    }

    [TestCase(0.0)]
    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void ForChange_ImpossibleChange_IsRefused(double change)
    {
        Action act = () => SampleSize.ForChange(AnswerVariance.WorstCaseShare, AnswerVariance.WorstCaseShare, change);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(change));
    }

    [TestCase(0.025)]
    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void ForChange_ImpossiblePower_IsRefused(double power)
    {
        AnswerVariance variance = AnswerVariance.WorstCaseShare;
        Action size = () => SampleSize.ForChange(variance, variance, 0.1, 0.95, power);
        Action change = () => DetectableChange.FromAnswers(variance, variance, 9, 9, 0.95, power);
        size.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(power));
        change.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(power));
    }

    [Test]
    public void Plans_ImpossibleNumbers_AreRefused()
    {
        AnswerVariance variance = AnswerVariance.WorstCaseShare;
        Action population = () => SampleSize.ForMargin(variance, 0.1, 0.95, 0);
        Action secondAnswers = () => Power.FromAnswers(variance, variance, 1, 0, 0.1);
        Action change = () => Power.FromAnswers(variance, variance, 1, 1, double.NaN);
        Action level = () => SampleSize.ForMargin(variance, 0.1, 1);
        Action share = () => AnswerVariance.OfShare(1.1);
        Action expected = () => AnswerVariance.OfNetScore(default);
        Action standardDeviation = () => AnswerVariance.OfMean(-1);
        population.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(population));
        secondAnswers.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(secondAnswers));
        change.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(change));
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
        share.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(share));
        expected.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(expected));
        standardDeviation.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(standardDeviation));
    }
}
