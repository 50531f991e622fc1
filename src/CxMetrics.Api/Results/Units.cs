using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Api.Results;

/// <summary>The units of this edge.</summary>
internal static class Units
{
    public const string Points = "points";
    public const string Percent = "percent";
    public const string Rating = "rating";

    /// <summary>Plain numbers, in whatever unit the caller counts.</summary>
    public const string Value = "value";

    /// <summary>Percent, or points, in one.</summary>
    public const int PerOne = 100;

    /// <summary>Shares are 0 to 1 inside and percent at the edge.</summary>
    public static Estimate ToPercent(this Estimate estimate) => TimesHundred(estimate);

    /// <summary>Differences of shares are percentage points at the edge.</summary>
    public static Comparison ToPercent(this Comparison comparison) =>
        comparison with
        {
            SmallestEffect = comparison.SmallestEffect * PerOne,
            Difference = comparison.Difference with
            {
                Value = TimesHundred(comparison.Difference.Value),
                StandardError = TimesHundred(comparison.Difference.StandardError),
                Interval = TimesHundred(comparison.Difference.Interval),
            },
        };

    /// <summary>Net shares are -1 to 1 inside and points at the edge, as the Net Promoter Score is.</summary>
    public static Estimate ToPoints(this Estimate estimate) => TimesHundred(estimate);

    private static Estimate TimesHundred(Estimate estimate) =>
        estimate with
        {
            Value = TimesHundred(estimate.Value),
            StandardError = TimesHundred(estimate.StandardError),
            Interval = TimesHundred(estimate.Interval),
        };

    private static ConfidenceInterval? TimesHundred(ConfidenceInterval? interval) =>
        interval is { } given
            ? given with
            {
                Lower = TimesHundred(given.Lower),
                Upper = TimesHundred(given.Upper),
            }
            : null;

    private static double? TimesHundred(double? number) => number is { } known ? TimesHundred(known) : null;

    // A ratio has no largest value, and JSON no infinity.
    private static double TimesHundred(double number) =>
        double.IsFinite(number * PerOne)
            ? number * PerOne
            : throw new OverflowException("The result is larger than any number.");
}
