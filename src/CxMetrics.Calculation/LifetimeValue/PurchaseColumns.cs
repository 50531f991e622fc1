using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The purchase histories of a fit in columns: equal ones once, those without a repeat purchase apart.</summary>
/// <remarks>
/// Times are divided by a power of two that brings most ages near 1: exact, and the search for parameters then does not
/// depend on the unit. Columns are filled up to a multiple of four with rows of weight 0, so that loops over vectors have no rest.
/// Memory is linear in the number of customers.
/// </remarks>
internal sealed class PurchaseColumns
{
    private const int Lanes = 4;
    private const int GroupingSample = 10_000;

    private PurchaseColumns(int[] groups, CustomerHistory[] distinct, int count)
    {
        Groups = groups;
        int repeats = 0;
        TypicalExponent scale = default;
        for (int index = 0; index < count; index++)
        {
            repeats += distinct[index].Frequency > 0 ? 1 : 0;
            scale.Add(distinct[index].Age);
        }

        Exponent = scale.Value;
        ZeroCount = count - repeats;
        RepeatCount = repeats;
        ZeroAges = Column(ZeroCount, 0);
        Frequencies = Column(repeats, 1);
        Recencies = Column(repeats, 0);
        Ages = Column(repeats, 0);
        Places = new int[count];
        Fill(distinct.AsSpan(0, count));
        Table = new FrequencyTable(Frequencies.AsSpan(0, repeats));
    }

    /// <summary>The binary exponent of the unit of time: original times are 2 to its power times those of the columns.</summary>
    public int Exponent { get; }

    /// <summary>How many distinct histories have no repeat purchase.</summary>
    public int ZeroCount { get; }

    /// <summary>How many distinct histories have repeat purchases.</summary>
    public int RepeatCount { get; }

    /// <summary>The ages of the histories without a repeat purchase.</summary>
    public double[] ZeroAges { get; }

    /// <summary>The frequencies of the others.</summary>
    public double[] Frequencies { get; }

    /// <summary>Their recencies.</summary>
    public double[] Recencies { get; }

    /// <summary>Their ages.</summary>
    public double[] Ages { get; }

    /// <summary>The distinct frequencies above 0.</summary>
    public FrequencyTable Table { get; }

    /// <summary>The distinct history of each customer, in the order they were given.</summary>
    private int[] Groups { get; }

    /// <summary>The row of each distinct history: that among the repeat purchasers, or the complement of that among the others.</summary>
    private int[] Places { get; }

    public static PurchaseColumns Of(ReadOnlySpan<CustomerHistory> customers)
    {
        int[] groups = new int[customers.Length];
        CustomerHistory[] distinct = new CustomerHistory[customers.Length];
        int count = 0;
        int next = 0;
        Dictionary<(int, double, double), int> known = [];
        for (; next < customers.Length && !IsHopeless(next, count); next++)
        {
            ref readonly CustomerHistory customer = ref customers[next];
            (int, double, double) key = (customer.Frequency, customer.Recency, customer.Age);
            if (!known.TryGetValue(key, out int group))
            {
                group = count++;
                distinct[group] = customer;
                known.Add(key, group);
            }

            groups[next] = group;
        }

        for (; next < customers.Length; next++)
        {
            distinct[count] = customers[next];
            groups[next] = count++;
        }

        return new PurchaseColumns(groups, distinct, count);
    }

    /// <summary>Weights of the rows with every customer counted once, or as often as <paramref name="draws"/> says.</summary>
    public PurchaseWeights Weights(ReadOnlySpan<int> draws = default)
    {
        double[] zero = new double[ZeroAges.Length];
        double[] repeat = new double[Frequencies.Length];
        for (int index = 0; index < Groups.Length; index++)
        {
            int place = Places[Groups[index]];
            double weight = draws.IsEmpty ? 1 : draws[index];
            if (place < 0)
            {
                zero[~place] += weight;
            }
            else
            {
                repeat[place] += weight;
            }
        }

        return new PurchaseWeights(zero, repeat, Table.Weights(repeat));
    }

    // Equal rows are looked for as long as they are found: the search costs about as much as two evaluations of the likelihood.
    private static bool IsHopeless(int seen, int distinct) => seen == GroupingSample && distinct > seen / 2;

    private static double[] Column(int count, double filler)
    {
        double[] column = new double[(count + Lanes - 1) / Lanes * Lanes];
        column.AsSpan(count).Fill(filler);
        return column;
    }

    private void Fill(ReadOnlySpan<CustomerHistory> distinct)
    {
        int zero = 0;
        int repeat = 0;
        for (int index = 0; index < distinct.Length; index++)
        {
            ref readonly CustomerHistory customer = ref distinct[index];
            double age = Math.ScaleB(customer.Age, -Exponent);
            if (customer.Frequency == 0)
            {
                Places[index] = ~zero;
                ZeroAges[zero++] = age;
                continue;
            }

            Places[index] = repeat;
            Frequencies[repeat] = customer.Frequency;
            Recencies[repeat] = Math.ScaleB(customer.Recency, -Exponent);
            Ages[repeat++] = age;
        }
    }
}
