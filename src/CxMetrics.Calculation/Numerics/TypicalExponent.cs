namespace CxMetrics.Calculation.Numerics;

/// <summary>The power of two that brings most of some positive numbers near 1: division by it is exact.</summary>
/// <remarks>A mean of exponents, so that a few numbers of another magnitude do not move it far. Mutable: pass it by reference.</remarks>
internal struct TypicalExponent
{
    // Of some 1e298, so that parameters 1e7 times as large, or as small, are still doubles.
    private const int LargestExponent = 990;

    private long _exponents;
    private long _count;

    /// <summary>The exponent of the power; 0 where there was no number above 0.</summary>
    public readonly int Value =>
        _count == 0
            ? 0
            : Math.Clamp((int)Math.Round((double)_exponents / _count) + 1, -LargestExponent, LargestExponent);

    /// <summary>Takes a number into account, unless it is 0.</summary>
    public void Add(double number)
    {
        if (number > 0)
        {
            _exponents += Math.ILogB(number);
            _count++;
        }
    }
}
