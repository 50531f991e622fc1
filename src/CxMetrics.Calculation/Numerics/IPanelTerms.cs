namespace CxMetrics.Calculation.Numerics;

/// <summary>What <see cref="LogConcaveQuadrature"/> integrates: a positive function whose logarithm is concave, and what is made of it.</summary>
internal interface IPanelTerms
{
    /// <summary>The logarithm of the function.</summary>
    double Log(double point);

    /// <summary>Takes a point with its share of the integral.</summary>
    void Add(double point, double share);
}
