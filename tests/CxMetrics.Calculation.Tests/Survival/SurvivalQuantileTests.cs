using System.Text.Json;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class SurvivalQuantileTests
{
    // The golden number of the metric definitions: R's survival::lung, 228 patients, median 310 [285, 363] with the log interval.
    [Test]
    public void Median_OfTheLungData_IsThePublishedOne()
    {
        SurvivalQuantile median = Lung().Median(0.95, SurvivalIntervalMethod.Log);

        median.Value.Should().Be(310);
        median.Lower.Should().Be(285);
        median.Upper.Should().Be(363);
        median.Interval.Should().Be(new ConfidenceInterval(285, 363, 0.95, "log"));
        median.SampleSize.Should().Be(228);
        Lung().Median().Method.Should().Be("logLog");
    }

    [Test]
    public void Quantile_FlatAtTheShare_IsTheMiddle()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 5, 6], [true, true, false, true]);

        curve.Median().Value.Should().Be(4, "S is 1/2 from 2 to 6");
    }

    [Test]
    public void Quantile_FlatAtTheShareToTheEnd_IsTheMiddleToTheLastTime()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 5, 6], [true, true, false, false]);

        curve.Median().Value.Should().Be(4);
    }

    [Test]
    public void Quantile_ShareMissedByRounding_IsStillTheMiddle()
    {
        // 7/10 · 5/6 · 6/7 is 1/2, but not in doubles taken one by one; delayed entry keeps the factors apart.
        SurvivalCurve curve = SurvivalCurve.FromTimes(
            [1, 1, 1, 2, 3, 9, 9, 9, 9, 9, 9, 9],
            [true, true, true, true, true, true, true, true, true, true, true, true],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2]
        );

        curve.AtRisk.ToArray().Should().Equal(10, 7, 8, 7);
        double atThree = 0.7 * (6 / 7.0) * (7 / 8.0);
        curve.Survival[2].Should().BeApproximately(atThree, 1e-15);
        curve.Quantile(1 - atThree).Value.Should().Be(6, "flat from 3 to 9");
        curve.Quantile(1 - atThree - 1e-12).Value.Should().Be(6, "within the tolerance");
        curve.Quantile(1 - atThree - 1e-7).Value.Should().Be(3, "beyond the tolerance");
    }

    [Test]
    public void Quantile_NotReached_IsNullWithTheLimitThatIs()
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        bool[] events = [true, true, true, true, false, false, false, false, false, false];

        SurvivalQuantile median = SurvivalCurve.FromTimes(times, events).Median();

        median.Value.Should().BeNull();
        median.Lower.Should().Be(1);
        median.Upper.Should().BeNull();
        median.Interval.Should().BeNull();
    }

    [Test]
    public void Quantile_LimitsThatRiseAgain_NeverPutTheLowerOneAboveTheTime()
    {
        // At 99.9 % the lower log-log limit is lower after the first of five events than after the second.
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 3, 4, 5], [true, true, true, true, true]);
        SurvivalLimits limits = curve.Limits(0.999);
        limits[1]!.Value.Lower.Should().BeGreaterThan(limits[0]!.Value.Lower);

        SurvivalQuantile quantile = curve.Quantile(0.1, 0.999);

        quantile.Value.Should().Be(1);
        quantile.Lower.Should().Be(1);
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void Quantile_ImpossibleProbability_IsRefused(double probability)
    {
        Action act = () => SurvivalCurve.FromTimes([], []).Quantile(probability);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(probability));
    }

    [Test]
    public void Quantile_ImpossibleLevelOrMethod_IsRefused()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1], [true]);
        Action level = () => curve.Median(double.NaN);
        Action method = () => curve.Median(0.95, (SurvivalIntervalMethod)9);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    private static SurvivalCurve Lung()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Reference", "survival.json");
        JsonElement inputs = JsonElement
            .Parse(File.ReadAllBytes(path))
            .GetProperty("cases")
            .EnumerateArray()
            .Single(item => item.GetProperty("id").ValueEquals("lung_median"))
            .GetProperty("inputs");
        return SurvivalCurve.FromTimes(
            [.. inputs.GetProperty("time").EnumerateArray().Select(item => item.GetDouble())],
            [.. inputs.GetProperty("event").EnumerateArray().Select(item => item.GetInt32() == 1)]
        );
    }
}
