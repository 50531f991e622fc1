namespace CxMetrics.Calculation.Tests;

public sealed class LogNormalMeanTests
{
    private static readonly LogNormalMeanMethod[] Methods = Enum.GetValues<LogNormalMeanMethod>();

    [Test]
    public void FromValues_None_HasNoValue() => LogNormalMean.FromValues([]).Should().Be(Estimate.None);

    [Test]
    public void FromValues_One_IsItAlone()
    {
        Estimate mean = LogNormalMean.FromValues([0.1]);
        (mean.Value, mean.StandardError, mean.Interval, mean.SampleSize).Should().Be((0.1, null, null, 1));
    }

    [Test]
    public void FromValues_AllEqual_HasNoInterval()
    {
        Estimate mean = LogNormalMean.FromValues([0.1, 0.1, 0.1]);
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((0.1, 0, null));
        mean.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void FromValues_EitherMethod_IsNamedAndTheDefaultIsWider()
    {
        double[] values = [3, 8, 1, 20, 4];
        ConfidenceInterval t = LogNormalMean.FromValues(values).Interval!.Value;
        ConfidenceInterval z = LogNormalMean.FromValues(values, method: LogNormalMeanMethod.Cox).Interval!.Value;
        (t.Method, z.Method).Should().Be(("coxT", "cox"));
        t.Lower.Should().BeLessThan(z.Lower);
        t.Upper.Should().BeGreaterThan(z.Upper);
    }

    [TestCase(1024.0)]
    [TestCase(8.98846567431158e307)]
    [TestCase(1.1125369292536007e-308)]
    public void FromValues_OtherUnit_ScalesWithIt(double unit)
    {
        double[] values = [0.9, 1.1, 1.3, 0.7];
        Estimate plain = LogNormalMean.FromValues(values);
        Estimate scaled = LogNormalMean.FromValues([.. values.Select(value => value * unit)]);
        (scaled.Value / unit).Should().BeApproximately(plain.Value!.Value, 1e-13);
        (scaled.StandardError / unit).Should().BeApproximately(plain.StandardError!.Value, 1e-13);
    }

    // With numbers this close to each other, 1 + ε(−1, 0, 1), the logarithms are −ε, 0 and ε and the mean is that of the numbers.
    [Test]
    public void FromValues_NumbersThatHardlyDiffer_KeepTheirDigits()
    {
        double number = Math.Pow(2, 30);
        double step = Math.Pow(2, -40);
        Estimate mean = LogNormalMean.FromValues([number, number * (1 - step), number * (1 + step)]);
        double error = number * step / Math.Sqrt(3);
        mean.StandardError.Should().BeApproximately(error, 1e-11 * error);
        mean.Interval!.Value.MarginOfError.Should().BePositive();
    }

    [Test]
    public void FromValues_BeyondADouble_HasNoValueAndSaysSo()
    {
        Estimate mean = LogNormalMean.FromValues([1e-300, 1e300, 1e-300]);
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((null, null, null));
        mean.Caveats.Should().Be(Caveats.AssumptionDoubtful);
    }

    [Test]
    public void FromValues_ALimitBeyondADouble_HasNoIntervalAndSaysSo()
    {
        Estimate mean = LogNormalMean.FromValues([1, 1e20]);
        mean.Value.Should().BePositive();
        mean.Interval.Should().BeNull();
        mean.Caveats.Should().Be(Caveats.AssumptionDoubtful);
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    public void FromValues_NumbersWithoutALogarithm_AreRefused(double value)
    {
        Action act = () => LogNormalMean.FromValues([1, value]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
    }

    [Test]
    public void FromValues_BadOptions_AreRefused()
    {
        Action level = () => LogNormalMean.FromValues([1], 1);
        Action method = () => LogNormalMean.FromValues([1], method: (LogNormalMeanMethod)9);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void FromValues_HigherLevel_WidensTheInterval()
    {
        double[] values = [3, 8, 1, 20, 4, 7];
        foreach (LogNormalMeanMethod method in Methods)
        {
            double[] widths =
            [
                .. new[] { 0.5, 0.8, 0.95, 0.999 }.Select(level =>
                    LogNormalMean.FromValues(values, level, method).Interval!.Value.MarginOfError
                ),
            ];
            widths.Should().BeInAscendingOrder();
        }
    }
}
