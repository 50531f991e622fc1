namespace CxMetrics.Calculation.Quantiles;

/// <summary>A quantile with limits from order statistics, either of which may be missing.</summary>
public readonly record struct QuantileEstimate
{
    /// <summary>The quantile, in the unit of the numbers; null when there are none.</summary>
    public required double? Value { get; init; }

    /// <summary>The lower limit; null when too few numbers lie below for one at this level: that side is unbounded.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper limit; null when too few numbers lie above.</summary>
    public required double? Upper { get; init; }

    /// <summary>The two-sided confidence level that was asked for.</summary>
    public required double Level { get; init; }

    /// <summary>The number of observations, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>How many equally weighted observations would carry the same information; null for numbers without weights.</summary>
    public double? EffectiveSampleSize { get; init; }

    /// <summary><see cref="Caveats.LowSampleSize"/> where a limit is missing, <see cref="Caveats.Weighted"/> for numbers whose weights differ.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The interval; null unless both limits exist.</summary>
    public ConfidenceInterval? Interval =>
        Lower is { } lower && Upper is { } upper
            ? new ConfidenceInterval(lower, upper, Level, IntervalMethodNames.OrderStatistics)
            : null;

    /// <summary>The quantile as metrics report it: without a standard error, and without an interval unless both limits exist.</summary>
    public Estimate ToEstimate() =>
        new()
        {
            Value = Value,
            StandardError = null,
            Interval = Interval,
            SampleSize = SampleSize,
            EffectiveSampleSize = EffectiveSampleSize,
            Caveats = Caveats,
        };
}
