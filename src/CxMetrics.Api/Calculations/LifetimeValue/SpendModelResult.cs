using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>The gamma-gamma model fitted to the customers with a spend on repeat purchases.</summary>
internal sealed record SpendModelResult
{
    [Description("Customers with a spend on repeat purchases.")]
    public required long N { get; init; }

    [Description("p, q and v; v is in the unit of money.")]
    public required IReadOnlyList<ParameterResult> Parameters { get; init; }

    [Description("The log-likelihood at the maximum, all constants included.")]
    public required double LogLikelihood { get; init; }

    [Description("The mean spend per purchase over all customers; its value is null where it is infinite.")]
    public required CalculationResult MeanSpend { get; init; }

    [Description(
        "The correlation of frequency and mean spend, which the model takes as 0; null where either does not vary. Beyond 0.3 either way the flags have `assumptionDoubtful`."
    )]
    public required double? Correlation { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    public static SpendModelResult From(GammaGammaFit fit, double confidence) =>
        new()
        {
            N = fit.RepeatCustomers,
            Parameters =
            [
                .. fit.Parameters(confidence)
                    .Select(parameter => ParameterResult.From(parameter.Name, parameter.Estimate)),
            ],
            LogLikelihood = fit.LogLikelihood,
            MeanSpend = CalculationResult.From(fit.PopulationMean(confidence), Units.Value),
            Correlation = fit.Correlation,
            Flags = Results.Flags.Of(fit.RepeatCustomers, fit.Caveats),
        };
}
