namespace CxMetrics.Calculation.Numerics;

/// <summary>A distribution on a scale without ends, such as log-odds or logarithms, whose density is log-concave there.</summary>
internal interface ITailFunction
{
    /// <summary>Both tails at a point of the scale, each with relative accuracy where it is the small one.</summary>
    TailProbabilities TailsAt(double point);

    /// <summary>The density at a point of the scale.</summary>
    double DensityAt(double point);
}
