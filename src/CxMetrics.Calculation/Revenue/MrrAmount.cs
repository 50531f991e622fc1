namespace CxMetrics.Calculation.Revenue;

/// <summary>What an amount of MRR may be.</summary>
/// <remarks>
/// Amounts are kept to a millionth of the currency unit. A yearly price over twelve has no end as a decimal number; cut there, the
/// sum of billions of amounts is exact in 28 digits, and with it the identity of the movements.
/// </remarks>
internal static class MrrAmount
{
    private const decimal Largest = 10_000_000_000_000m;
    private const int Decimals = 6;

    /// <summary>The amount to a millionth; refuses one that is negative or beyond ten trillion.</summary>
    public static decimal Of(decimal amount, string name) =>
        amount is >= 0 and <= Largest
            ? Math.Round(amount, Decimals, MidpointRounding.AwayFromZero)
            : throw new ArgumentOutOfRangeException(name, amount, "An MRR is from 0 to ten trillion.");
}
