using CxMetrics.Calculation;

namespace CxMetrics.Domain.Surveys;

/// <summary>Names and default scales of <see cref="RatingMetric"/>.</summary>
public static class RatingMetrics
{
    /// <summary>The name of the metric in facts, routes and CSV.</summary>
    public static string Name(this RatingMetric metric) =>
        metric switch
        {
            RatingMetric.Nps => "nps",
            RatingMetric.Csat => "csat",
            RatingMetric.Ces => "ces",
            RatingMetric.Rating => "rating",
        };

    /// <summary>The scale of an answer that states none; null for <see cref="RatingMetric.Rating"/>, which must state one.</summary>
    public static RatingScale? DefaultScale(this RatingMetric metric) =>
        metric switch
        {
            RatingMetric.Nps => RatingScale.NetPromoter,
            RatingMetric.Csat => RatingScale.FivePoint,
            RatingMetric.Ces => RatingScale.SevenPoint,
            RatingMetric.Rating => null,
        };
}
