namespace CxMetrics.Calculation.Numerics;

/// <summary>A distribution on a scale without ends, such as log-odds or logarithms, whose density is log-concave there.</summary>
internal interface ITailFunction
{
    /// <summary>A point where neither tail is negligible.</summary>
    double Centre { get; }

    /// <summary>Tails and density at a point of the scale.</summary>
    TailPoint At(double point);
}
