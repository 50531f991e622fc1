namespace CxMetrics.Calculation;

/// <summary>A change with its uncertainty: the second estimate minus the first.</summary>
/// <remarks>
/// The first is the baseline, the second the current one, so that a rise is positive. Where either side has no observations there is no
/// value, standard error, interval or p-value: all are null, never 0.
/// </remarks>
public readonly record struct DifferenceEstimate
{
    /// <summary>Second minus first, in their unit; null when either side has no value.</summary>
    public required double? Value { get; init; }

    /// <summary>The standard error of the difference; null when it cannot be estimated.</summary>
    public required double? StandardError { get; init; }

    /// <summary>The interval of the difference; null when the data say nothing about their spread.</summary>
    public required ConfidenceInterval? Interval { get; init; }

    /// <summary>The two-sided p-value of no difference; null when it is not defined. The method says which test.</summary>
    public required double? PValue { get; init; }

    /// <summary>The number of observations on the first side.</summary>
    public required long FirstSampleSize { get; init; }

    /// <summary>The number of observations on the second side.</summary>
    public required long SecondSampleSize { get; init; }

    /// <summary>What a reader has to know beside the number.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The difference where a side has no observations.</summary>
    internal static DifferenceEstimate None(long firstSampleSize, long secondSampleSize) =>
        new()
        {
            Value = null,
            StandardError = null,
            Interval = null,
            PValue = null,
            FirstSampleSize = firstSampleSize,
            SecondSampleSize = secondSampleSize,
        };
}
