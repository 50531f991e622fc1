namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>What the models of purchase and spend need to know of one customer: frequency, recency, age and mean spend.</summary>
/// <param name="Frequency">The number of repeat purchases, x: purchase days after the first.</param>
/// <param name="Recency">The time from the first to the last purchase, tₓ; 0 where there was no repeat purchase.</param>
/// <param name="Age">The time from the first purchase to the end of observation, T; not below the recency.</param>
/// <param name="MonetaryValue">The mean spend per repeat purchase, 0 where there was none; only models of spend read it.</param>
/// <remarks>
/// Times are in one unit of the caller's choice, the same for all customers of a call. A span with a history that cannot be (negative, above 1e300, not
/// a number, recency above age, recency without a repeat purchase) is refused with its row.
/// </remarks>
public readonly record struct CustomerHistory(int Frequency, double Recency, double Age, double MonetaryValue = 0)
{
    private const double LargestAmount = 1e300;

    internal static void ThrowIfInvalid(ReadOnlySpan<CustomerHistory> customers, string name)
    {
        for (int row = 0; row < customers.Length; row++)
        {
            if (customers[row].Fault() is { } fault)
            {
                throw new ArgumentException($"Row {row}: {fault}", name);
            }
        }
    }

    internal void ThrowIfInvalid(string name)
    {
        if (Fault() is { } fault)
        {
            throw new ArgumentException(fault, name);
        }
    }

    private string? Fault()
    {
        string? words = this switch
        {
            { Frequency: < 0 } => "a frequency is not negative",
            _ when !IsAmount(Recency) || !IsAmount(Age) => "recency and age are from 0 to 1e300",
            _ when !IsAmount(MonetaryValue) => "a monetary value is from 0 to 1e300",
            _ when Recency > Age => "a recency is not above the age",
            { Frequency: 0, Recency: > 0 } => "without a repeat purchase the recency is 0",
            _ => null,
        };
        return words is null ? null : $"{words}; got {this}.";
    }

    private static bool IsAmount(double number) => number is >= 0 and <= LargestAmount;
}
