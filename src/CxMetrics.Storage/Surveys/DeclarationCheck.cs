using System.Globalization;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Surveys;

/// <summary>Holds the declared questions against those that exist, and collects what does not fit.</summary>
internal sealed class DeclarationCheck
{
    private readonly List<FactError> _errors = [];
    private readonly List<ResolvedQuestion> _questions = [];

    public IReadOnlyList<FactError> Errors => _errors;

    /// <summary>The questions that fit, in their order.</summary>
    public IReadOnlyList<ResolvedQuestion> Questions => _questions;

    /// <summary>Checks one question.</summary>
    /// <param name="index">Its place in the declaration.</param>
    /// <param name="declared">What is declared.</param>
    /// <param name="known">What is fixed already; null for a question that does not exist.</param>
    public void Add(int index, QuestionDeclaration declared, KnownQuestion? known)
    {
        if (declared.Metric is null && known is null)
        {
            Report(
                index,
                "metric",
                FactErrorCodes.Required,
                $"The survey has no question '{declared.Name}' yet: state its metric to declare it."
            );
            return;
        }

        RatingMetric metric = declared.Metric ?? known!.Metric;
        if ((declared.Scale ?? known?.Scale ?? metric.DefaultScale()) is not { } scale)
        {
            Report(index, "scale", FactErrorCodes.Required, "A rating states its scale.");
            return;
        }

        int before = _errors.Count;
        CheckFixed(index, metric, scale, known);
        if (before == _errors.Count)
        {
            foreach (
                (string member, string code, string message) in ThresholdRules.Check(metric, scale, declared.Thresholds)
            )
            {
                Report(index, member, code, message);
            }
        }

        _questions.Add(new ResolvedQuestion(declared, metric, scale));
    }

    private void CheckFixed(int index, RatingMetric metric, RatingScale scale, KnownQuestion? known)
    {
        if (known is not null && known.Metric != metric)
        {
            Report(
                index,
                "metric",
                FactErrorCodes.ScaleMismatch,
                $"The question has the metric {known.Metric.Name()}."
            );
        }
        else if (known is not null && known.Scale != scale)
        {
            Report(index, "scale", FactErrorCodes.ScaleMismatch, $"The question has the scale {known.Scale}.");
        }
        else if (metric == RatingMetric.Nps && scale != RatingScale.NetPromoter)
        {
            string message = $"The scale of nps is {RatingScale.NetPromoter}; {scale} is another.";
            Report(index, "scale", FactErrorCodes.ScaleMismatch, message);
        }
    }

    private void Report(int index, string member, string code, string message) =>
        _errors.Add(
            new FactError(string.Create(CultureInfo.InvariantCulture, $"questions[{index}].{member}"), code, message)
        );
}
