namespace CxMetrics.Api.Calculations.Planning;

/// <summary>What answers are collected for.</summary>
internal enum SampleSizeMetric
{
    Nps,
    Proportion,
    Mean,
}
