using System.ComponentModel;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

[Description("Answers left out, each under the first reason that holds, in this order.")]
internal sealed record Exclusions(
    [property: Description("Answers of responses that were erased.")] long Erased,
    [property: Description("Answers of responses marked as tests.")] long Test,
    [property: Description(
        "Answers of responses that look like one stored before under another id: same survey, customer and content within five seconds."
    )]
        long SuspectedDuplicate,
    [property: Description("Answers that the same respondent followed by a later one in the same row.")]
        long EarlierAnswer
)
{
    public static Exclusions From(ExcludedAnswers excluded) =>
        new(excluded.Erased, excluded.Test, excluded.SuspectedDuplicate, excluded.EarlierAnswer);
}
