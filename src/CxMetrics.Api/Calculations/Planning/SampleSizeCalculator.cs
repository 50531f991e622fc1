using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Planning;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Planning;

internal static class SampleSizeCalculator
{
    public static KnownNames<SampleSizeMetric> Metrics { get; } = new(EnumNames.CamelCase);

    public static SampleSizeResult? Calculate(SampleSizeCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        input.Member("metric", request.Metric);
        SampleSizeMetric metric = input.Choice("metric", request.Metric, Metrics);
        AnswerVariance variance = ReadVariance(metric, request, input);
        if ((request.MarginOfError is null) == (request.Change is null))
        {
            input.Add(
                "marginOfError",
                request.Change is null ? FactErrorCodes.Required : FactErrorCodes.TooMany,
                "Give marginOfError or change, one of them."
            );
            return null;
        }

        RequiredAnswers? answers = request.Change is null
            ? ForMargin(variance, confidence, request, input)
            : ForChange(variance, confidence, request, input);
        return answers is { } needed
            ? new SampleSizeResult
            {
                Answers = needed.Answers,
                Exact = needed.Exact,
                Unit = UnitOf(metric),
                StandardDeviation = Math.Sqrt(variance.Value),
                Confidence = confidence,
                Power = request.Change is null ? null : request.Power ?? Power.Default,
            }
            : null;
    }

    private static RequiredAnswers? ForMargin(
        AnswerVariance variance,
        double confidence,
        SampleSizeCalculation request,
        CalculationInput input
    )
    {
        double margin = input.Number("marginOfError", request.MarginOfError, NumberRange.Positive);
        input.Refuse("power", request.Power is not null, "A power goes with a change.");
        if (request.Population is <= 0 or > CalculationInput.MaximumCount)
        {
            input.Add(
                "population",
                FactErrorCodes.OutOfRange,
                $"{request.Population} is not from 1 to {CalculationInput.MaximumCount}."
            );
        }

        return input.Compute<RequiredAnswers?>(
            "marginOfError",
            () => SampleSize.ForMargin(variance, margin, confidence, request.Population),
            ("margin", "marginOfError")
        );
    }

    private static RequiredAnswers? ForChange(
        AnswerVariance variance,
        double confidence,
        SampleSizeCalculation request,
        CalculationInput input
    )
    {
        double change = input.Number("change", request.Change, NumberRange.Any);
        if (!(Math.Abs(change) > 0))
        {
            input.Add("change", FactErrorCodes.OutOfRange, "A change to be found is not 0.");
        }

        double power = input.Number("power", request.Power, PowersFor(confidence), Power.Default);
        input.Refuse("population", request.Population is not null, "A population goes with a margin of error.");
        return input.Compute<RequiredAnswers?>(
            "change",
            () => SampleSize.ForChange(variance, variance, change, confidence, power),
            ("change", "change")
        );
    }

    /// <summary>Chance alone gives half of 1 − level.</summary>
    private static NumberRange PowersFor(double confidence) =>
        new((1 - confidence) / 2, 1, ExcludesMinimum: true, ExcludesMaximum: true);

    private static AnswerVariance ReadVariance(
        SampleSizeMetric metric,
        SampleSizeCalculation request,
        CalculationInput input
    )
    {
        Only(SampleSizeMetric.Nps, "expectedNps", request.ExpectedNps is not null);
        Only(SampleSizeMetric.Proportion, "expectedPercent", request.ExpectedPercent is not null);
        Only(SampleSizeMetric.Mean, "standardDeviation", request.StandardDeviation is not null);
        return metric switch
        {
            SampleSizeMetric.Nps => ReadNps(request, input),
            SampleSizeMetric.Proportion => ReadShare(request, input),
            SampleSizeMetric.Mean => ReadDeviation(request, input),
        };

        void Only(SampleSizeMetric owner, string member, bool isGiven) =>
            input.Refuse(
                member,
                isGiven && metric != owner,
                $"{member} goes with the metric {EnumNames.CamelCase(owner)}."
            );
    }

    private static AnswerVariance ReadNps(SampleSizeCalculation request, CalculationInput input)
    {
        NetPromoterBands? expected = request.ExpectedNps?.ReadBands(input.Within("expectedNps"));
        if (expected is { Total: 0 })
        {
            input.Add("expectedNps", FactErrorCodes.OutOfRange, "There is at least one expected answer.");
            return default;
        }

        return expected is { } bands
            ? AnswerVariance.OfNetPromoterScore(bands)
            : AnswerVariance.WorstCaseNetPromoterScore;
    }

    private static AnswerVariance ReadShare(SampleSizeCalculation request, CalculationInput input)
    {
        int errors = input.Errors.Count;
        double percent = input.Number("expectedPercent", request.ExpectedPercent, NumberRange.Percent, absent: 50);
        return input.Errors.Count == errors
            ? AnswerVariance.OfMean(Math.Sqrt(percent * (Units.PerOne - percent)))
            : default;
    }

    private static AnswerVariance ReadDeviation(SampleSizeCalculation request, CalculationInput input)
    {
        int errors = input.Errors.Count;
        double deviation = input.Number("standardDeviation", request.StandardDeviation, NumberRange.StandardDeviation);
        return input.Errors.Count == errors ? AnswerVariance.OfMean(deviation) : default;
    }

    private static string UnitOf(SampleSizeMetric metric) =>
        metric switch
        {
            SampleSizeMetric.Nps => Units.Points,
            SampleSizeMetric.Proportion => Units.Percent,
            SampleSizeMetric.Mean => Units.Value,
        };
}
