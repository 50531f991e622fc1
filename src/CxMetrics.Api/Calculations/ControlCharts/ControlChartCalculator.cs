using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Monitoring;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.ControlCharts;

internal static class ControlChartCalculator
{
    public const int MostPoints = 100_000;

    public static KnownNames<ControlChartKind> Kinds { get; } = new(EnumNames.CamelCase);

    public static KnownNames<ChartRules> Rules { get; } =
        new([ChartRules.Default, ChartRules.WesternElectric, ChartRules.Nelson], EnumNames.CamelCase);

    public static KnownNames<AttributeLimits> Limits { get; } = new(EnumNames.CamelCase);

    public static KnownNames<MovingRangeConstants> Constants { get; } = new(EnumNames.CamelCase);

    public static ControlChartResult? Calculate(ControlChartCalculation request, CalculationInput input)
    {
        if (input.Member("chart", request.Chart) is null)
        {
            return null;
        }

        int errors = input.Errors.Count;
        ControlChartKind kind = input.Choice("chart", request.Chart, Kinds);
        if (input.Errors.Count > errors)
        {
            return null;
        }

        ControlChartMembers.RefuseOthers(kind, request, input);
        return kind switch
        {
            ControlChartKind.P => OfShares(request, input),
            ControlChartKind.U => OfRates(request, input),
            ControlChartKind.Xmr => OfValues(request, input),
            ControlChartKind.Cusum => CumulativeSums(request, input),
            ControlChartKind.Ewma => MovingAverages(request, input),
        };
    }

    private static ControlChartResult? OfShares(ControlChartCalculation request, CalculationInput input)
    {
        long[] successes = input.Counts("successes", request.Successes);
        input.AtMost("successes", successes.Length, MostPoints, "points");
        long[] trials = input.CountPerRow("trials", request.Trials, "successes", successes.Length);
        int? baseline = ReadBaseline(request, successes.Length, input);
        ChartRules rules = input.Choice("rules", request.Rules, Rules);
        AttributeLimits limits = input.Choice("limits", request.Limits, Limits);
        for (int index = 0; index < successes.Length && input.IsValid; index++)
        {
            if (successes[index] > trials[index])
            {
                input.Add(
                    $"successes[{index}]",
                    FactErrorCodes.OutOfRange,
                    $"{successes[index]} successes are more than {trials[index]} trials."
                );
            }
        }

        return input.Compute(
            "successes",
            () =>
                Result(
                    ControlChartKind.P,
                    Units.Percent,
                    PChart.FromCounts(successes, trials, baseline, rules, limits),
                    Units.PerOne
                )
        );
    }

    private static ControlChartResult? OfRates(ControlChartCalculation request, CalculationInput input)
    {
        long[] events = input.Counts("events", request.Events);
        input.AtMost("events", events.Length, MostPoints, "points");
        input.Member("exposures", request.Exposures);
        double[] exposures =
            input.NumberPerRow("exposures", request.Exposures, "events", events.Length, NumberRange.NotNegative) ?? [];
        int? baseline = ReadBaseline(request, events.Length, input);
        ChartRules rules = input.Choice("rules", request.Rules, Rules);
        AttributeLimits limits = input.Choice("limits", request.Limits, Limits);
        for (int index = 0; index < events.Length && input.IsValid; index++)
        {
            if (events[index] > 0 && !NumberRange.NotNegative.Contains(events[index] / exposures[index]))
            {
                input.Add(
                    $"exposures[{index}]",
                    FactErrorCodes.OutOfRange,
                    "Events need an exposure above 0, with a rate that is a number."
                );
            }
        }

        return input.Compute(
            "events",
            () =>
                Result(
                    ControlChartKind.U,
                    Units.Value,
                    UChart.FromCounts(events, exposures, baseline, rules, limits),
                    factor: 1
                )
        );
    }

    private static ControlChartResult? OfValues(ControlChartCalculation request, CalculationInput input)
    {
        double[] values = ReadValues(request, input);
        int? baseline = ReadBaseline(request, values.Length, input);
        ChartRules rules = input.Choice("rules", request.Rules, Rules);
        MovingRangeConstants constants = input.Choice("constants", request.Constants, Constants);
        return input.Compute(
            "values",
            () =>
            {
                XmRChart chart = XmRChart.FromValues(values, baseline, constants, rules);
                return Result(ControlChartKind.Xmr, Units.Value, chart.Individuals, factor: 1) with
                {
                    Sigma = chart.Sigma,
                    MovingRanges = [.. chart.MovingRanges.Points.Select(point => ControlChartPoint.From(point, 1))],
                };
            }
        );
    }

    private static ControlChartResult? CumulativeSums(ControlChartCalculation request, CalculationInput input)
    {
        double[] values = ReadValues(request, input);
        double shift = input.Number("shift", request.Shift, AboveZeroTo(100), absent: 1);
        double decision = input.Number("decisionInterval", request.DecisionInterval, AboveZeroTo(1000), absent: 5);
        ControlLevel level = ReadLevel(request, values, input);
        return input.Compute(
            "values",
            () =>
                new ControlChartResult
                {
                    Chart = ControlChartKind.Cusum,
                    Unit = "sigma",
                    Center = 0,
                    Sigma = level.Sigma,
                    BaselinePoints = level.BaselinePoints,
                    Points =
                    [
                        .. CusumChart
                            .FromValues(values, level.Target, level.Sigma, shift, decision)
                            .Points.Select(point => ControlChartPoint.From(point, decision)),
                    ],
                    MovingRanges = null,
                    Flags = Flags.Of(values.Length, Caveats.None),
                },
            ("values", "values"),
            // A given sigma has been checked: this one comes from values that are too far apart.
            ("sigma", "values")
        );
    }

    private static ControlChartResult? MovingAverages(ControlChartCalculation request, CalculationInput input)
    {
        double[] values = ReadValues(request, input);
        double weight = input.Number("weight", request.Weight, AboveZeroTo(1), absent: 0.2);
        double width = input.Number("width", request.Width, AboveZeroTo(100), absent: 3);
        ControlLevel level = ReadLevel(request, values, input);
        return input.Compute(
            "values",
            () =>
                Result(
                    ControlChartKind.Ewma,
                    Units.Value,
                    EwmaChart.FromValues(values, level.Target, level.Sigma, weight, width),
                    factor: 1
                ) with
                {
                    Sigma = level.Sigma,
                    BaselinePoints = level.BaselinePoints,
                },
            // A given sigma has been checked: this one comes from values that are too far apart.
            ("sigma", "values")
        );
    }

    private static ControlChartResult Result(ControlChartKind kind, string unit, ControlChart chart, double factor) =>
        new()
        {
            Chart = kind,
            Unit = unit,
            Center = chart.Center * factor,
            Sigma = null,
            BaselinePoints = chart.BaselinePoints,
            Points = [.. chart.Points.Select(point => ControlChartPoint.From(point, factor))],
            MovingRanges = null,
            Flags = Flags.Of(chart.Points.Count, chart.Caveats),
        };

    private static NumberRange AboveZeroTo(double most) => new(0, most, ExcludesMinimum: true);

    private static double[] ReadValues(ControlChartCalculation request, CalculationInput input)
    {
        double[] values = input.Numbers("values", request.Values, NumberRange.Any);
        input.AtMost("values", values.Length, MostPoints, "points");
        return values;
    }

    private static int? ReadBaseline(ControlChartCalculation request, int points, CalculationInput input)
    {
        input.WholeNumber("baselinePoints", request.BaselinePoints, 0, points, absent: points);
        return request.BaselinePoints;
    }

    /// <summary>The level and spread in control: as given, or from the moving ranges of the baseline.</summary>
    private static ControlLevel ReadLevel(ControlChartCalculation request, double[] values, CalculationInput input)
    {
        if (request.Target is not null || request.Sigma is not null)
        {
            input.Refuse("baselinePoints", request.BaselinePoints is not null, "Give target and sigma or a baseline.");
            return new ControlLevel(
                input.Number("target", request.Target, NumberRange.Any),
                input.Number("sigma", request.Sigma, NumberRange.Positive),
                0
            );
        }

        int? baseline = ReadBaseline(request, values.Length, input);
        if (!input.IsValid)
        {
            return default;
        }

        XmRChart chart = XmRChart.FromValues(values, baseline);
        if (chart is { Individuals.Center: { } center, Sigma: > 0 and { } sigma })
        {
            return new ControlLevel(center, sigma, chart.Individuals.BaselinePoints);
        }

        input.Add(
            "sigma",
            FactErrorCodes.Required,
            "The baseline does not vary, so that it says nothing about ordinary variation: give target and sigma."
        );
        return default;
    }
}
