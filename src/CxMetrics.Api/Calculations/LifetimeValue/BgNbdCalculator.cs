using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.LifetimeValue;

internal static class BgNbdCalculator
{
    public const int MostPeriods = 12_000;
    public const int MostResamples = 2_000;

    private const int FewestResamples = 50;
    private const int MostPredictions = 10_000;

    /// <summary>Customers resampled in all: what takes some seconds.</summary>
    private const long MostResampledCustomers = 20_000_000;

    /// <summary>In every resample a period of the horizon takes as long as so many customers.</summary>
    private const long CustomersPerPeriod = 100;

    /// <summary>The shortest period: in a fraction of it nobody buys anything.</summary>
    private const double LeastPeriodLength = 1e-150;

    public static KnownNames<DiscountTiming> Timings { get; } = new(EnumNames.CamelCase);

    public static BgNbdResult? Calculate(BgNbdCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        PurchaseHistories histories = PurchaseHistories.Read(request.Customers, input);
        LifetimeValueTerms? terms = ReadTerms(request, input);
        int resamples = ReadResamples(request.Resamples, histories, terms?.Periods ?? 1, input);
        long seed = input.Seed(request.Seed, histories.Columns);
        if (request.Predictions == true)
        {
            input.AtMost("predictions", histories.Customers.Length, MostPredictions, "customers to predict");
        }

        return input.Compute(
            "customers",
            () =>
            {
                var run = new BgNbdRun(histories, terms!, confidence, input.CancellationToken);
                return run.Answer(seed, resamples, request.Predictions == true);
            },
            // Whether it is too long for the purchase rates is known after the fit.
            ("horizon", "horizon")
        );
    }

    private static LifetimeValueTerms? ReadTerms(BgNbdCalculation request, CalculationInput input)
    {
        int errors = input.Errors.Count;
        if (request.Horizon is null)
        {
            input.AddMissing("horizon");
        }

        int periods = input.WholeNumber("horizon", request.Horizon, 1, MostPeriods, absent: 1);
        double length = input.Number(
            "periodLength",
            request.PeriodLength,
            NumberRange.Duration with
            {
                Minimum = LeastPeriodLength,
            },
            absent: 1
        );
        double rate = input.Number("discountRate", request.DiscountRate, NumberRange.NotNegative);
        double margin = input.Number(
            "margin",
            request.Margin,
            NumberRange.Fraction with
            {
                ExcludesMinimum = true,
            },
            absent: 1
        );
        DiscountTiming timing = input.Choice("timing", request.Timing, Timings);
        return input.Errors.Count == errors
            ? LifetimeValueTerms.FromPeriods(periods, length, rate, margin, timing)
            : null;
    }

    /// <summary>How often to resample; without spend there is nothing to resample for.</summary>
    private static int ReadResamples(int? given, PurchaseHistories histories, int periods, CalculationInput input)
    {
        long work = histories.Customers.Length + (CustomersPerPeriod * periods);
        long most = Math.Min(MostResamples, MostResampledCustomers / work);
        if (given is not { } wanted)
        {
            long usual = Math.Min(CustomerLifetimeValue.DefaultResamples, most);
            return histories.HasSpend && usual >= FewestResamples ? (int)usual : 0;
        }

        if (wanted != 0 && (wanted < FewestResamples || wanted > most))
        {
            string offered = most < FewestResamples ? "0" : $"0 or from {FewestResamples} to {most}";
            input.Add(
                "resamples",
                FactErrorCodes.OutOfRange,
                $"{wanted} is not {offered}, what {histories.Customers.Length} customers and {periods} periods allow."
            );
        }

        return histories.HasSpend ? wanted : 0;
    }
}
