using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The repeat purchasers of a fit of spend in columns: frequency and total spend on repeat purchases.</summary>
/// <remarks>
/// Money is divided by a power of two that brings most mean spends near 1, which is exact. Rows whose repeat purchases
/// were all free are left out. Columns are filled up to a multiple of four with rows of weight 0.
/// </remarks>
internal sealed class SpendColumns
{
    private const int Lanes = 4;

    private SpendColumns(ReadOnlySpan<CustomerHistory> customers, int count, int exponent)
    {
        Exponent = exponent;
        Count = count;
        Customers = new int[count];
        int length = (count + Lanes - 1) / Lanes * Lanes;
        Frequencies = new double[length];
        Totals = new double[length];
        Frequencies.AsSpan(count).Fill(1);
        Totals.AsSpan(count).Fill(1);
        int row = 0;
        for (int index = 0; index < customers.Length; index++)
        {
            if (!HasSpend(customers[index]))
            {
                FreeCount += customers[index].Frequency > 0 ? 1 : 0;
            }
            else
            {
                double mean = Math.ScaleB(customers[index].MonetaryValue, -Exponent);
                Customers[row] = index;
                Frequencies[row] = customers[index].Frequency;
                Totals[row] = Frequencies[row] * mean;
                SumOfLogMeans += Math.Log(mean);
                row++;
            }
        }

        Table = new FrequencyTable(Frequencies.AsSpan(0, count));
    }

    /// <summary>The binary exponent of the unit of money: original amounts are 2 to its power times those of the columns.</summary>
    public int Exponent { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>How many repeat purchasers were left out because their repeat purchases were all free.</summary>
    public int FreeCount { get; }

    /// <summary>The place of each row among all customers.</summary>
    public int[] Customers { get; }

    /// <summary>The frequencies x.</summary>
    public double[] Frequencies { get; }

    /// <summary>x times the mean spend.</summary>
    public double[] Totals { get; }

    /// <summary>Σ ln of the mean spends.</summary>
    public double SumOfLogMeans { get; }

    /// <summary>The distinct frequencies.</summary>
    public FrequencyTable Table { get; }

    public static SpendColumns Of(ReadOnlySpan<CustomerHistory> customers)
    {
        int count = 0;
        TypicalExponent scale = default;
        foreach (ref readonly CustomerHistory customer in customers)
        {
            if (HasSpend(customer))
            {
                count++;
                scale.Add(customer.MonetaryValue);
            }
        }

        return new SpendColumns(customers, count, scale.Value);
    }

    /// <summary>Weights of the rows with every customer counted once, or as often as <paramref name="draws"/> says.</summary>
    public (double[] Rows, double[] Table) Weights(ReadOnlySpan<int> draws = default)
    {
        double[] rows = new double[Frequencies.Length];
        for (int row = 0; row < Count; row++)
        {
            rows[row] = draws.IsEmpty ? 1 : draws[Customers[row]];
        }

        return (rows, Table.Weights(rows));
    }

    private static bool HasSpend(in CustomerHistory customer) => customer is { Frequency: > 0, MonetaryValue: > 0 };
}
