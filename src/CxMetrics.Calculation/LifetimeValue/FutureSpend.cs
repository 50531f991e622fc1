using CxMetrics.Calculation.Numerics;
using MathNet.Numerics.RootFinding;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The distribution of what one customer will spend in all over a time to come.</summary>
/// <remarks>
/// Given k purchases the total is Gamma(pk, ν), and ν given the history is Gamma(q + px, v + xm): the total S over that scale V has
/// S/(S + V) distributed as Beta(pk, q + px). Over the number of purchases it is a mixture, summed exactly up to 64 purchases and in steps of
/// 1/64 beyond, which changes a probability by less than 1e-4; the last 1e-10 of probability counts as the number of purchases where it
/// begins. Nothing is simulated.
/// </remarks>
internal sealed class FutureSpend
{
    private const double LeastTail = 1e-10;
    private const long Fine = 64;
    private const double Far = 600;

    private readonly List<(double Shape, double Probability)> _terms = [];
    private readonly double _nothing;
    private readonly double _shape;
    private readonly double _scale;

    public FutureSpend(FuturePurchases purchases, GammaGamma spend, in CustomerHistory customer)
    {
        _nothing = 1 - purchases.ProbabilityAtLeast(1);
        _shape = spend.Q + (spend.P * customer.Frequency);
        _scale = spend.V + (customer.Frequency * customer.MonetaryValue);
        long most = purchases.LeastNotExceeded(LeastTail);
        long from = 1;
        while (from <= most)
        {
            long next = from + Math.Max(1, from / Fine);
            double probability = purchases.ProbabilityAtLeast(from) - purchases.ProbabilityAtLeast(next);
            _terms.Add((spend.P * ((from + next - 1) / 2.0), probability));
            from = next;
        }

        _terms.Add((spend.P * from, purchases.ProbabilityAtLeast(from)));
    }

    /// <summary>The prediction interval of the total times <paramref name="margin"/>, with equal tails.</summary>
    public ConfidenceInterval Interval(double level, double margin)
    {
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
            margin * Quantile(tail),
            margin * Quantile(1 - tail),
            level,
            IntervalMethodNames.PredictiveQuantiles
        );
    }

    private double Quantile(double probability)
    {
        if (Excess(-Far, probability) >= 0)
        {
            return 0;
        }

        double lower = -1;
        double upper = 1;
        while (Excess(lower, probability) > 0)
        {
            lower = Math.Max(2 * lower, -Far);
        }

        while (Excess(upper, probability) < 0 && upper < Far)
        {
            upper = Math.Min(2 * upper, Far);
        }

        double root = Brent.TryFindRoot(point => Excess(point, probability), lower, upper, 1e-12, 200, out double found)
            ? found
            : upper;
        return Math.Min(_scale * Math.Exp(root), double.MaxValue);
    }

    // P(S ≤ V e^point) minus the probability.
    private double Excess(double point, double probability)
    {
        double sum = _nothing - probability;
        foreach ((double shape, double weight) in _terms)
        {
            sum += weight * BetaDistribution.Tails(shape, _shape, point).Lower;
        }

        return sum;
    }
}
