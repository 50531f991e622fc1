namespace CxMetrics.Calculation.Quantiles;

/// <summary>The ranks that a quantile and its limits are read from.</summary>
/// <param name="SampleSize">The number of observations.</param>
/// <param name="Position">Where the value is.</param>
/// <param name="Limits">Where the limits are.</param>
internal readonly record struct QuantileRanks(long SampleSize, QuantilePosition Position, OrderStatisticRanks Limits)
{
    public static QuantileRanks For(long sampleSize, double probability, double level, QuantileDefinition definition)
    {
        OrderStatisticRanks limits = OrderStatisticRanks.For(sampleSize, probability, level);
        QuantilePosition position = QuantilePosition.Of(sampleSize, probability, definition);
        return new QuantileRanks(sampleSize, position, limits);
    }

    /// <summary>The estimate from the numbers at these ranks.</summary>
    public QuantileEstimate ToEstimate(double? value, double? lower, double? upper, double level) =>
        new()
        {
            Value = value,
            Lower = lower is { } low && value is { } least ? Math.Min(low, least) : null,
            Upper = upper is { } high && value is { } greatest ? Math.Max(high, greatest) : null,
            Level = level,
            SampleSize = SampleSize,
            Caveats = SampleSize > 0 && (lower is null || upper is null) ? Caveats.LowSampleSize : Caveats.None,
        };
}
