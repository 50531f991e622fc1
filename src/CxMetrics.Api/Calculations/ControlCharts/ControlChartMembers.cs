using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Calculations.ControlCharts;

/// <summary>Which members of a request belong to which chart. What a chart does not use is refused: it was meant for something.</summary>
internal static class ControlChartMembers
{
    private static readonly (
        string Name,
        Func<ControlChartCalculation, bool> IsGiven,
        ControlChartKind[] Charts
    )[] Members =
    [
        ("successes", request => request.Successes is not null, [ControlChartKind.P]),
        ("trials", request => request.Trials is not null, [ControlChartKind.P]),
        ("events", request => request.Events is not null, [ControlChartKind.U]),
        ("exposures", request => request.Exposures is not null, [ControlChartKind.U]),
        (
            "values",
            request => request.Values is not null,
            [ControlChartKind.Xmr, ControlChartKind.Cusum, ControlChartKind.Ewma]
        ),
        ("rules", request => request.Rules is not null, [ControlChartKind.P, ControlChartKind.U, ControlChartKind.Xmr]),
        ("limits", request => request.Limits is not null, [ControlChartKind.P, ControlChartKind.U]),
        ("constants", request => request.Constants is not null, [ControlChartKind.Xmr]),
        ("target", request => request.Target is not null, [ControlChartKind.Cusum, ControlChartKind.Ewma]),
        ("sigma", request => request.Sigma is not null, [ControlChartKind.Cusum, ControlChartKind.Ewma]),
        ("shift", request => request.Shift is not null, [ControlChartKind.Cusum]),
        ("decisionInterval", request => request.DecisionInterval is not null, [ControlChartKind.Cusum]),
        ("weight", request => request.Weight is not null, [ControlChartKind.Ewma]),
        ("width", request => request.Width is not null, [ControlChartKind.Ewma]),
    ];

    public static void RefuseOthers(ControlChartKind kind, ControlChartCalculation request, CalculationInput input)
    {
        foreach ((string name, Func<ControlChartCalculation, bool> isGiven, ControlChartKind[] charts) in Members)
        {
            input.Refuse(
                name,
                isGiven(request) && !charts.Contains(kind),
                $"{name} goes with {string.Join(", ", charts.Select(EnumNames.CamelCase))}, not with {EnumNames.CamelCase(kind)}."
            );
        }
    }
}
