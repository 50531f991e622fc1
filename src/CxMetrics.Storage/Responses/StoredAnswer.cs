using CxMetrics.Calculation;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Responses;

internal static class StoredAnswer
{
    public static Answer From(string question, long metric, long score, long minimum, long maximum, long direction) =>
        new(
            question,
            (RatingMetric)metric,
            (int)score,
            new RatingScale((int)minimum, (int)maximum, (ScaleDirection)direction)
        );
}
