using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;
using MathNet.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The log-likelihood of the gamma-gamma model with analytic gradient and Hessian by ln p, ln q and ln v.</summary>
/// <remarks>
/// Per repeat purchaser with x purchases of total y (Fader and Hardie 2013, equation 1a, on the log scale):
/// ln Γ(px + q) − ln Γ(px) − ln Γ(q) − px ln(1 + v/y) − q ln(1 + y/v), without −ln(y/x), which has no parameter in it.
/// The gamma functions depend on x alone and are computed once per distinct x; the others run over vectors of four rows.
/// </remarks>
internal sealed class GammaGammaLikelihood(SpendColumns columns, double[] rows, double[] table, bool isParallel)
    : ILogLikelihood
{
    private const int Sums = 10;

    public int Dimension => 3;

    public double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient, Span<double> hessian)
    {
        double p = Math.Exp(logParameters[0]);
        double q = Math.Exp(logParameters[1]);
        double v = Math.Exp(logParameters[2]);
        Span<double> sums = stackalloc double[Sums];
        sums.Clear();
        BlockSums.Add(
            columns.Frequencies.Length,
            isParallel,
            (from, to, block) => AddRows(from, to, (p, q, v), block.Span),
            sums
        );
        AddTable(p, q, sums);
        return SymmetricSums.Unpack(sums, gradient, hessian);
    }

    // Compiled for speed at once: many a program fits once, and the first evaluations would run unoptimised vector code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(int from, int to, (double P, double Q, double V) parameters, Span<double> block)
    {
        Vector256<double> p = Vector256.Create(parameters.P);
        Vector256<double> q = Vector256.Create(parameters.Q);
        Vector256<double> v = Vector256.Create(parameters.V);
        Vector256<double> ownLogs = Vector256<double>.Zero;
        Vector256<double> otherLogs = Vector256<double>.Zero;
        Vector256<double> ownShares = Vector256<double>.Zero;
        Vector256<double> otherShares = Vector256<double>.Zero;
        Vector256<double> curvature = Vector256<double>.Zero;
        for (int row = from; row < to; row += Vector256<double>.Count)
        {
            Vector256<double> weight = Vector256.Create(rows, row);
            Vector256<double> shape = p * Vector256.Create(columns.Frequencies, row);
            Vector256<double> total = Vector256.Create(columns.Totals, row);
            Vector256<double> share = total / (v + total);
            Vector256<double> rest = v / (v + total);
            ownLogs += weight * shape * LogOnePlus.Of(v / total);
            otherLogs += weight * q * LogOnePlus.Of(total / v);
            ownShares += weight * shape * rest;
            otherShares += weight * q * share;
            curvature += weight * (shape + q) * share * rest;
        }

        double own = Vector256.Sum(ownLogs);
        double other = Vector256.Sum(otherLogs);
        double ownShare = Vector256.Sum(ownShares);
        double otherShare = Vector256.Sum(otherShares);
        block[0] -= own + other;
        block[1] -= own;
        block[2] -= other;
        block[3] += otherShare - ownShare;
        block[4] -= own;
        block[6] -= ownShare;
        block[7] -= other;
        block[8] += otherShare;
        block[9] -= Vector256.Sum(curvature);
    }

    private void AddTable(double p, double q, Span<double> sums)
    {
        double[] frequencies = columns.Table.Frequencies;
        double logGamma = SpecialFunctions.GammaLn(q);
        for (int index = 0; index < frequencies.Length; index++)
        {
            double weight = table[index];
            double shape = p * frequencies[index];
            GammaRatio byShape = GammaRatio.Of(shape, q);
            GammaRatio byQ = GammaRatio.Of(q, shape);
            sums[0] += weight * (byShape.Log - logGamma);
            sums[1] += weight * shape * byShape.Digamma;
            sums[2] += weight * q * byQ.Digamma;
            sums[4] += weight * shape * (byShape.Digamma + (shape * byShape.Trigamma));
            sums[5] += weight * shape * q * byShape.UpperTrigamma;
            sums[7] += weight * q * (byQ.Digamma + (q * byQ.Trigamma));
        }
    }
}
