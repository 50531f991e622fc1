using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>The units of this edge.</summary>
internal static class Units
{
    /// <summary>Shares are 0 to 1 inside and percent at the edge.</summary>
    public static Estimate ToPercent(this Estimate estimate) => TimesHundred(estimate);

    /// <summary>Net shares are -1 to 1 inside and points at the edge, as the Net Promoter Score is.</summary>
    public static Estimate ToPoints(this Estimate estimate) => TimesHundred(estimate);

    private static Estimate TimesHundred(Estimate estimate) =>
        estimate with
        {
            Value = estimate.Value * 100,
            StandardError = estimate.StandardError * 100,
            Interval = estimate.Interval is { } interval
                ? interval with
                {
                    Lower = interval.Lower * 100,
                    Upper = interval.Upper * 100,
                }
                : null,
        };
}
