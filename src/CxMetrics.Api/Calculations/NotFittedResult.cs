using System.ComponentModel;
using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Api.Calculations;

/// <summary>Why a model has no parameters for these data. An answer, not an error: other data may have.</summary>
internal sealed record NotFittedResult(
    [property: Description(
        "`tooFewObservations`, `noVariation`, `noMaximum` (the likelihood keeps rising towards the edge) or `didNotConverge`."
    )]
        NotFittedReason Reason,
    [property: Description("The reason in one sentence for people.")] string Explanation
)
{
    /// <summary>The reason; null where the model was fitted.</summary>
    public static NotFittedResult? From<TModel>(FitOutcome<TModel> outcome)
        where TModel : class =>
        outcome.IsFitted ? null : new NotFittedResult(outcome.Reason.Value, outcome.Explanation);
}
