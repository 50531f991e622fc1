using System.Globalization;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Dimensions;

/// <summary>What is wrong when an answer does not fit what the first answer of its question fixed.</summary>
internal static class QuestionContradiction
{
    public static FactError? Find(string survey, KnownQuestion known, Answer answer, int index)
    {
        if (known.Metric != answer.Metric)
        {
            string message =
                $"The question '{answer.Question}' of the survey '{survey}' has the metric {known.Metric.Name()} since its "
                + $"first answer; this answer has the metric {answer.Metric.Name()}.";
            return new FactError(Field(index, "metric"), FactErrorCodes.ScaleMismatch, message);
        }

        if (known.Scale != answer.Scale)
        {
            string message =
                $"The question '{answer.Question}' of the survey '{survey}' has the scale {known.Scale} since its first "
                + $"answer; this answer has the scale {answer.Scale}.";
            return new FactError(Field(index, "scale"), FactErrorCodes.ScaleMismatch, message);
        }

        return null;
    }

    private static string Field(int index, string member) =>
        string.Create(CultureInfo.InvariantCulture, $"answers[{index}].{member}");
}
