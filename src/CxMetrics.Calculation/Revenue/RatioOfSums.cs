using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Revenue;

/// <summary>R = Σy/Σx over accounts drawn with replacement, with what its intervals need.</summary>
/// <remarks>
/// With the residuals e = y − Rx the linearised standard error is √(n/(n − 1) · Σe²)/Σx (Cochran 1977, Sampling Techniques, section 2.11).
/// Without one account the ratio changes by −e/(Σx − x), which gives the jackknife in one pass. All amounts are first scaled by
/// one power of two, which is exact, and squares of denominators, which may be far below the numerators, are taken relative to a
/// denominator or their sum, so that neither squares nor sums overflow or vanish.
/// </remarks>
internal sealed class RatioOfSums
{
    // A standard error below this, relative to what stayed or changed, is rounding: every account changed by the same factor.
    private const double NoSpread = 1e-13;

    private readonly double[] _numerators;
    private readonly double[] _denominators;
    private readonly double _sum;

    private RatioOfSums(double[] numerators, double[] denominators)
    {
        _numerators = numerators;
        _denominators = denominators;
        ScaleToOne(numerators, denominators);
        _sum = Sum(denominators);
        Value = Sum(numerators) / _sum;
        if (!double.IsFinite(Value))
        {
            throw new OverflowException("The ratio of the sums is larger than any number.");
        }

        double largest = denominators.Max();
        CompensatedSum squares = default;
        foreach (double denominator in denominators)
        {
            double size = denominator / largest;
            squares = squares.Add(size * size);
        }

        LargestShare = largest / _sum;
        KishNumber = Math.Clamp(_sum / largest / squares.Value * (_sum / largest), 1, denominators.Length);
        if (Count > 1)
        {
            SetVariances();
        }
    }

    /// <summary>The number of accounts, n.</summary>
    public int Count => _denominators.Length;

    /// <summary>The ratio, R.</summary>
    public double Value { get; }

    /// <summary>The linearised standard error; null for one account.</summary>
    public double? StandardError { get; private set; }

    /// <summary>The variance of the mean denominator over its square; 0 for one account.</summary>
    public double DenominatorVariance { get; private set; }

    /// <summary>The covariance of the mean denominator and the mean residual over the square of the former; 0 for one account.</summary>
    public double ResidualCovariance { get; private set; }

    /// <summary>(Σx)²/Σx².</summary>
    public double KishNumber { get; }

    /// <summary>The share of the largest account in Σx.</summary>
    public double LargestShare { get; }

    /// <summary>Whether the accounts differ in y/x by more than rounding; false for one account.</summary>
    public bool HasSpread => StandardError > NoSpread * Math.Max(Math.Abs(Value), Math.Abs(1 - Value));

    /// <summary>The ratio of amounts of which the denominators, none negative, add up to more than 0. Keeps and scales the arrays.</summary>
    public static RatioOfSums Of(double[] numerators, double[] denominators) => new(numerators, denominators);

    /// <summary>The standard error by the jackknife; null for one account, or where one account is all but nothing of the sum.</summary>
    public double? JackknifeStandardError()
    {
        double n = Count;
        if (Count < 2)
        {
            return null;
        }

        double squares = 0;
        foreach (double deviation in JackknifeDeviations())
        {
            squares += deviation * deviation;
        }

        double error = Math.Sqrt(squares * (n - 1) / n);
        return double.IsFinite(error) ? error : null;
    }

    /// <summary>The ratio with its values on accounts drawn with replacement, as often as there are accounts.</summary>
    public BootstrapDistribution Bootstrap(long seed, int resamples) =>
        Resampling.Bootstrap.RatioOfSums(_numerators, _denominators, seed, resamples);

    /// <summary>The limits of a method that is a formula; null for one account, or where they are not defined or unbounded.</summary>
    public IntervalLimits? Limits(NetRetentionIntervalMethod method, double level)
    {
        if (StandardError is not { } error)
        {
            return null;
        }

        double t = StudentTInterval.Quantile(Count - 1, level);
        return method switch
        {
            NetRetentionIntervalMethod.FiellerT => FiellerInterval.FromLinearization(
                Value,
                error,
                DenominatorVariance,
                ResidualCovariance,
                t
            ),
            NetRetentionIntervalMethod.JackknifeT => JackknifeStandardError() is { } jackknife
                ? IntervalLimits.Around(Value, t * jackknife)
                : null,
            NetRetentionIntervalMethod.DeltaT => IntervalLimits.Around(Value, t * error),
            NetRetentionIntervalMethod.DeltaZ => WaldInterval.FromStandardError(Value, error, level),
            NetRetentionIntervalMethod.LogDeltaT => Value > 0
                ? IntervalLimits.AroundOnLogScale(Value, t * error / Value)
                : null,
        };
    }

    /// <summary>What accounts as units warn of: few of them, or one that is much of the sum.</summary>
    public Caveats Caveats => AccountCaveats.Of(Count, LargestShare);

    private double Residual(int index) => Math.FusedMultiplyAdd(-Value, _denominators[index], _numerators[index]);

    // The ratios without one account each, less their mean.
    private double[] JackknifeDeviations()
    {
        double[] changes = new double[Count];
        CompensatedSum sum = default;
        for (int index = 0; index < changes.Length; index++)
        {
            changes[index] = -Residual(index) / SumWithout(index);
            sum = sum.Add(changes[index]);
        }

        double mean = sum.Value / Count;
        for (int index = 0; index < changes.Length; index++)
        {
            changes[index] -= mean;
        }

        return changes;
    }

    // Subtracting an account that is most of the sum would leave rounding; there can be only one such account.
    private double SumWithout(int index)
    {
        double own = _denominators[index];
        return own <= _sum / 2
            ? _sum - own
            : Sum(_denominators.AsSpan(0, index)) + Sum(_denominators.AsSpan(index + 1));
    }

    private void SetVariances()
    {
        double n = Count;
        double mean = _sum / n;
        CompensatedSum squares = default;
        CompensatedSum products = default;
        CompensatedSum residuals = default;
        for (int index = 0; index < _denominators.Length; index++)
        {
            double deviation = (_denominators[index] - mean) / _sum;
            double residual = Residual(index);
            squares = squares.Add(deviation * deviation);
            products = products.Add(deviation * residual);
            residuals = residuals.Add(residual * residual);
        }

        double factor = n / (n - 1);
        DenominatorVariance = factor * squares.Value;
        ResidualCovariance = factor * (products.Value / _sum);
        StandardError = Math.Sqrt(factor * residuals.Value) / _sum;
    }

    private static void ScaleToOne(double[] numerators, double[] denominators)
    {
        double largest = 0;
        for (int index = 0; index < numerators.Length; index++)
        {
            largest = Math.Max(largest, Math.Max(Math.Abs(numerators[index]), denominators[index]));
        }

        // The power itself has to be a normal number; amounts next to the ends of the range stay near them, which does no harm.
        double power = Math.ScaleB(1, Math.Clamp(-Math.ILogB(largest), -1000, 1000));
        for (int index = 0; index < numerators.Length; index++)
        {
            numerators[index] *= power;
            denominators[index] *= power;
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum = sum.Add(value);
        }

        return sum.Value;
    }
}
