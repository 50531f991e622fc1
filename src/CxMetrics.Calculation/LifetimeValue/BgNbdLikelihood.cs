using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The log-likelihood of BG/NBD with analytic gradient and Hessian by ln r, ln α, ln a and ln b.</summary>
/// <remarks>
/// Per customer (Fader, Hardie and Lee 2005, equation 6, on the log scale):
/// ln Γ(r + x)/Γ(r) + ln (b)ₓ/(a + b)ₓ − x ln α − (r + x) ln(1 + T/α) + ln(1 + eᵘ) with
/// u = ln a − ln(b + x − 1) + (r + x) ln((α + T)/(α + tₓ)) for x above 0, and without the last term for x = 0.
/// The first two terms depend on x alone and are computed once per distinct x; the others run over vectors of four rows. In this form nothing
/// overflows, and nothing cancels where r and α, or a and b, are large together.
/// </remarks>
internal sealed class BgNbdLikelihood(PurchaseColumns columns, PurchaseWeights weights, bool isParallel)
    : ILogLikelihood
{
    // Below this e^u is nothing beside 1, and the vector exponential would take its slow path.
    private const double LeastLogOdds = -700;

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient, Span<double> hessian)
    {
        double r = Math.Exp(logParameters[0]);
        double alpha = Math.Exp(logParameters[1]);
        double a = Math.Exp(logParameters[2]);
        double b = Math.Exp(logParameters[3]);
        Span<double> sums = stackalloc double[BgNbdSums.Count];
        sums.Clear();
        BlockSums.Add(
            columns.ZeroAges.Length,
            isParallel,
            (from, to, block) => AddZeroRows(from, to, r, alpha, block.Span),
            sums
        );
        BlockSums.Add(
            columns.Frequencies.Length,
            isParallel,
            (from, to, block) => AddRepeatRows(from, to, (r, alpha, a, b), block.Span),
            sums
        );
        AddTable(r, logParameters[1], a, b, sums);
        return SymmetricSums.Unpack(sums, gradient, hessian);
    }

    // Compiled for speed at once: many a program fits once, and the first evaluations would run unoptimised vector code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddZeroRows(int from, int to, double r, double alpha, Span<double> block)
    {
        BgNbdSums sums = default;
        Vector256<double> shape = Vector256.Create(r);
        Vector256<double> scale = Vector256.Create(alpha);
        for (int row = from; row < to; row += Vector256<double>.Count)
        {
            Vector256<double> weight = Vector256.Create(weights.Zero, row);
            Vector256<double> age = Vector256.Create(columns.ZeroAges, row);
            sums.AddAge(weight, Vector256<double>.Zero, shape, scale, age, LogOnePlus.Of(age / scale));
        }

        sums.AddTo(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRepeatRows(
        int from,
        int to,
        (double R, double Alpha, double A, double B) parameters,
        Span<double> block
    )
    {
        BgNbdSums sums = default;
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> r = Vector256.Create(parameters.R);
        Vector256<double> alpha = Vector256.Create(parameters.Alpha);
        Vector256<double> b = Vector256.Create(parameters.B);
        Vector256<double> logA = Vector256.Create(Math.Log(parameters.A));
        Vector256<double> least = Vector256.Create(LeastLogOdds);
        for (int row = from; row < to; row += Vector256<double>.Count)
        {
            Vector256<double> weight = Vector256.Create(weights.Repeat, row);
            Vector256<double> frequency = Vector256.Create(columns.Frequencies, row);
            Vector256<double> recency = Vector256.Create(columns.Recencies, row);
            Vector256<double> age = Vector256.Create(columns.Ages, row);
            sums.AddAge(weight, frequency, r, alpha, age, LogOnePlus.Of(age / alpha));

            Vector256<double> total = alpha + age;
            Vector256<double> bought = alpha + recency;
            Vector256<double> chances = b + (frequency - one);
            Vector256<double> silence = age - recency;
            Vector256<double> logSilence = LogOnePlus.Of(silence / bought);
            Vector256<double> shape = r + frequency;
            Vector256<double> u = logA - Vector256.Log(chances) + (shape * logSilence);
            Vector256<double> e = Vector256.Exp(Vector256.Max(-Vector256.Abs(u), least));
            Vector256<double> larger = one / (one + e);
            Vector256<double> smaller = e * larger;
            Vector256<double> isLikely = Vector256.GreaterThan(u, Vector256<double>.Zero);
            Vector256<double> slope = alpha * silence / (total * bought);
            sums.AddDropout(
                weight,
                Vector256.Max(u, Vector256<double>.Zero) + LogOnePlus.Of(e),
                Vector256.ConditionalSelect(isLikely, larger, smaller),
                Vector256.ConditionalSelect(isLikely, smaller, larger),
                r * logSilence,
                -r * slope,
                -shape * slope,
                one - (alpha / total) - (alpha / bought),
                b / chances
            );
        }

        sums.AddTo(block);
    }

    private void AddTable(double r, double logAlpha, double a, double b, Span<double> sums)
    {
        double[] frequencies = columns.Table.Frequencies;
        for (int index = 0; index < frequencies.Length; index++)
        {
            double weight = weights.Table[index];
            double x = frequencies[index];
            GammaRatio rate = GammaRatio.Of(r, x);
            GammaRatio stays = GammaRatio.Of(b, x);
            GammaRatio all = GammaRatio.Of(a + b, x);
            double byB = b * (stays.Digamma - all.Digamma);
            sums[0] += weight * (rate.Log + stays.Log - all.Log - (x * logAlpha));
            sums[1] += weight * r * rate.Digamma;
            sums[3] -= weight * a * all.Digamma;
            sums[4] += weight * byB;
            sums[5] += weight * r * (rate.Digamma + (r * rate.Trigamma));
            sums[12] -= weight * a * (all.Digamma + (a * all.Trigamma));
            sums[13] -= weight * a * b * all.Trigamma;
            sums[14] += weight * (byB + (b * b * (stays.Trigamma - all.Trigamma)));
        }
    }
}
