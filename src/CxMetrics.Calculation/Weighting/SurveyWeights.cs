namespace CxMetrics.Calculation.Weighting;

/// <summary>A weight per respondent that brings the respondents in line with the frame. Immutable.</summary>
/// <remarks>Give them to <see cref="Mean"/> or <see cref="WeightedMoments"/>, whose variance counts the weights.</remarks>
public sealed class SurveyWeights
{
    private readonly double[] _weights;

    internal SurveyWeights(double[] weights)
    {
        _weights = weights;
        EffectiveSampleSize = WeightTotals.Of(weights).EffectiveSampleSize;
    }

    /// <summary>The weights, in the order of the respondents; their mean is 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>(Σw)²/Σw², from 1 to the number of respondents (Kish 1965, Survey Sampling).</summary>
    public double EffectiveSampleSize { get; }

    /// <summary>Number of respondents by effective sample size, 1 or more: by how much the weights raise the variance of a mean.</summary>
    public double DesignEffect => _weights.Length / EffectiveSampleSize;

    /// <summary>How often the margins were gone through, the last time to find nothing left to do.</summary>
    public required int Cycles { get; init; }

    /// <summary>How many respondents have a weight at a bound.</summary>
    public required int TrimmedRespondents { get; init; }

    /// <summary>Respondents against the frame before and after weighting, one per margin.</summary>
    public required IReadOnlyList<MarginProfile> Margins { get; init; }

    /// <summary>The largest difference between a weighted share and its frame share; above rounding only where the bounds stood in the way.</summary>
    public double LargestGap => Margins.Max(margin => margin.LargestGap);

    /// <summary><see cref="Caveats.Weighted"/>, and <see cref="Caveats.Clipped"/> where a weight is at a bound.</summary>
    public Caveats Caveats => Caveats.Weighted | (TrimmedRespondents > 0 ? Caveats.Clipped : Caveats.None);
}
