namespace CxMetrics.Api.Calculations.ControlCharts;

/// <summary>The control charts on offer.</summary>
internal enum ControlChartKind
{
    P,
    U,
    Xmr,
    Cusum,
    Ewma,
}
