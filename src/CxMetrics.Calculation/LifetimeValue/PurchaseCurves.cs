using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>A weighted sum of expected purchases up to several times, for many customers, each taken as active.</summary>
/// <remarks>
/// For one frequency x the expectation depends on the ratio of time to α + T alone. Where many values are asked for, it is interpolated as a
/// function of the logarithm of that ratio; where many customers share a frequency, so is the weighted sum as a function of ln(α + T). The
/// cost is then that of a few dozen expectations per distinct frequency and of one polynomial per customer.
/// </remarks>
internal sealed class PurchaseCurves
{
    private const int MostFrequencies = 4096;

    private readonly BgNbd _model;
    private readonly double[] _times;
    private readonly double[] _weights;
    private readonly Func<double, double>?[] _byFrequency;

    /// <summary>Prepares the sum Σwᵢ G(tᵢ/(α + T)) for these customers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="times">The times tᵢ, ascending, none negative.</param>
    /// <param name="weights">Their weights wᵢ.</param>
    /// <param name="customers">The customers that will be asked for.</param>
    public PurchaseCurves(BgNbd model, double[] times, double[] weights, ReadOnlySpan<CustomerHistory> customers)
    {
        _model = model;
        _times = times;
        _weights = weights;
        (int Count, double Youngest, double Oldest)[] groups = Groups(customers);
        _byFrequency = new Func<double, double>?[groups.Length];
        for (int x = 0; x < groups.Length; x++)
        {
            (int count, double youngest, double oldest) = groups[x];
            if (count > 0)
            {
                _byFrequency[x] = Prepare(x, count, model.Alpha + youngest, model.Alpha + oldest);
            }
        }
    }

    /// <summary>The sum for one of the customers.</summary>
    public double At(in CustomerHistory customer)
    {
        double length = _model.Alpha + customer.Age;
        return customer.Frequency < _byFrequency.Length && _byFrequency[customer.Frequency] is { } curve
            ? curve(length)
            : Sum(length, Exact(customer.Frequency));
    }

    private static (int Count, double Youngest, double Oldest)[] Groups(ReadOnlySpan<CustomerHistory> customers)
    {
        int most = 0;
        foreach (ref readonly CustomerHistory customer in customers)
        {
            most = Math.Max(most, customer.Frequency);
        }

        var groups = new (int Count, double Youngest, double Oldest)[Math.Min(most + 1L, MostFrequencies)];
        foreach (ref readonly CustomerHistory customer in customers)
        {
            if (customer.Frequency < groups.Length)
            {
                ref (int Count, double Youngest, double Oldest) group = ref groups[customer.Frequency];
                group =
                    group.Count == 0
                        ? (1, customer.Age, customer.Age)
                        : (
                            group.Count + 1,
                            Math.Min(group.Youngest, customer.Age),
                            Math.Max(group.Oldest, customer.Age)
                        );
            }
        }

        return groups;
    }

    private Func<double, double> Prepare(int frequency, int count, double shortest, double longest)
    {
        Func<double, double> expectation = Exact(frequency);
        if ((long)count * _times.Length > 2 * ChebyshevInterpolant.LeastCost)
        {
            expectation = Interpolated(expectation, shortest, longest);
        }

        double Direct(double length) => Sum(length, expectation);
        if (
            count > 2 * ChebyshevInterpolant.LeastCost
            && ChebyshevInterpolant.TryCreate(log => Direct(Math.Exp(log)), Math.Log(shortest), Math.Log(longest))
                is { } curve
        )
        {
            return length => curve.At(Math.Log(length));
        }

        return Direct;
    }

    // G(u)/u changes slowly from one end to the other, where G itself starts from 0.
    private Func<double, double> Interpolated(Func<double, double> expectation, double shortest, double longest)
    {
        double least = _times[0] / longest;
        double greatest = _times[^1] / shortest;
        if (!(least > 0))
        {
            return expectation;
        }

        var curve = ChebyshevInterpolant.TryCreate(
            log => expectation(Math.Exp(log)) / Math.Exp(log),
            Math.Log(least),
            Math.Log(greatest)
        );
        return curve is null ? expectation : u => u * curve.At(Math.Log(u));
    }

    private Func<double, double> Exact(int frequency) =>
        u => ExpectedPurchaseCount.Of(_model.R + frequency, _model.A, _model.B + frequency, u);

    private double Sum(double length, Func<double, double> expectation)
    {
        double sum = 0;
        for (int index = 0; index < _times.Length; index++)
        {
            sum += _weights[index] * expectation(_times[index] / length);
        }

        return sum;
    }
}
