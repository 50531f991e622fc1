namespace CxMetrics.Domain.Surveys;

/// <summary>What an answer measures.</summary>
public enum RatingMetric
{
    /// <summary>Likelihood to recommend, 0 to 10.</summary>
    Nps = 1,

    /// <summary>Satisfaction, 1 to 5 unless the answer says otherwise.</summary>
    Csat = 2,

    /// <summary>Ease or effort, 1 to 7 with high meaning easy unless the answer says otherwise.</summary>
    Ces = 3,

    /// <summary>Any other rating, on a scale that the answer states.</summary>
    Rating = 4,
}
