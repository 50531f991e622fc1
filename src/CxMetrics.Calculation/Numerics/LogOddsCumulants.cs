namespace CxMetrics.Calculation.Numerics;

/// <summary>Mean, standard deviation, skewness and excess kurtosis of the log-odds of a beta variable, roughly: for first guesses.</summary>
/// <remarks>
/// The log-odds are a difference of logarithms of gamma variables, whose cumulants are the polygamma functions. Those are taken from
/// their expansions about shape − ½, after one step of the recurrence for small shapes.
/// </remarks>
internal readonly struct LogOddsCumulants
{
    private readonly double _mean;
    private readonly double _deviation;
    private readonly double _skewness;
    private readonly double _kurtosis;

    private LogOddsCumulants(double mean, double variance, double third, double fourth)
    {
        _mean = mean;
        _deviation = Math.Sqrt(variance);
        _skewness = third / (variance * _deviation);
        _kurtosis = fourth / (variance * variance);
    }

    public static LogOddsCumulants Of(double a, double b)
    {
        (double mean, double variance, double third, double fourth) = LogGamma(a);
        (double otherMean, double otherVariance, double otherThird, double otherFourth) = LogGamma(b);
        return new LogOddsCumulants(
            mean - otherMean,
            variance + otherVariance,
            third - otherThird,
            fourth + otherFourth
        );
    }

    /// <summary>The quantile that belongs to a standard normal one, by the expansion of Cornish and Fisher (1938).</summary>
    public double Quantile(double z)
    {
        double skew = _skewness * ((z * z) - 1) / 6;
        double tails = _kurtosis * z * ((z * z) - 3) / 24;
        double square = _skewness * _skewness * z * ((2 * z * z) - 5) / 36;
        return _mean + (_deviation * (z + skew + tails - square));
    }

    private static (double Mean, double Variance, double Third, double Fourth) LogGamma(double shape)
    {
        const double Small = 3;
        double added = shape < Small ? 1 / shape : 0;
        double inverse = 1 / (shape + (shape < Small ? 0.5 : -0.5));
        double square = inverse * inverse;
        return (
            -Math.Log(inverse) + (square / 24) - added,
            inverse - (square * inverse / 12) + (added * added),
            -square + (square * square / 4) - (2 * added * added * added),
            (2 * square * inverse) + (6 * added * added * added * added)
        );
    }
}
