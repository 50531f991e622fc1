namespace CxMetrics.Calculation.Numerics;

/// <summary>The difference of two quotients of counts without cancellation.</summary>
internal static class QuotientDifference
{
    /// <summary>Second quotient minus first: exactly 0 where they are equal, correct to two units in the last place otherwise.</summary>
    /// <remarks>
    /// (b·m − a·n)/(m·n) with the difference of products by fused multiply-add, which Kahan proposed and Jeannerod, Louvet and Muller
    /// (2013), Mathematics of Computation 82, 2245-2264, analysed. Subtracting the rounded quotients would leave seven digits of a
    /// difference of 1e-9.
    /// </remarks>
    /// <param name="first">The first numerator, a.</param>
    /// <param name="firstDivisor">The first denominator, m.</param>
    /// <param name="second">The second numerator, b.</param>
    /// <param name="secondDivisor">The second denominator, n.</param>
    public static double Of(double first, double firstDivisor, double second, double secondDivisor)
    {
        double product = first * secondDivisor;
        double lost = Math.FusedMultiplyAdd(first, secondDivisor, -product);
        double difference = Math.FusedMultiplyAdd(second, firstDivisor, -product);
        return (difference - lost) / (firstDivisor * secondDivisor);
    }
}
