using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The log-likelihood of Pareto/NBD with analytic gradient and Hessian by ln r, ln α, ln s and ln β.</summary>
/// <remarks>
/// Per customer ln Γ(r + x)/Γ(r) − x ln α − (r + x) ln(1 + T/α) − s ln(1 + T/β) + ln(1 + J), J being the odds of having dropped out
/// (<see cref="DropoutIntegral"/>).
/// </remarks>
internal sealed class ParetoNbdLikelihood(PurchaseColumns columns, PurchaseWeights weights) : ILogLikelihood
{
    private const int Sums = 15;

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient, Span<double> hessian)
    {
        var model = new ParetoNbd(
            Math.Exp(logParameters[0]),
            Math.Exp(logParameters[1]),
            Math.Exp(logParameters[2]),
            Math.Exp(logParameters[3])
        );
        Span<double> sums = stackalloc double[Sums];
        sums.Clear();
        BlockSums.Add(
            columns.ZeroCount,
            isParallel: true,
            (from, to, block) =>
            {
                for (int row = from; row < to; row++)
                {
                    AddRow(block.Span, weights.Zero[row], model, 0, 0, columns.ZeroAges[row]);
                }
            },
            sums
        );
        BlockSums.Add(
            columns.RepeatCount,
            isParallel: true,
            (from, to, block) =>
            {
                for (int row = from; row < to; row++)
                {
                    double weight = weights.Repeat[row];
                    double recency = columns.Recencies[row];
                    AddRow(block.Span, weight, model, columns.Frequencies[row], recency, columns.Ages[row]);
                }
            },
            sums
        );
        AddTable(model.R, logParameters[1], sums);
        return SymmetricSums.Unpack(sums, gradient, hessian);
    }

    private static void AddRow(
        Span<double> sums,
        double weight,
        ParetoNbd model,
        double frequency,
        double recency,
        double age
    )
    {
        double alphaLog = LogOnePlus.Of(age / model.Alpha);
        double betaLog = LogOnePlus.Of(age / model.Beta);
        double alphaShare = age / (model.Alpha + age);
        double betaShare = age / (model.Beta + age);
        double r = weight * model.R;
        double s = weight * model.S;
        double shape = model.R + frequency;
        sums[0] -= (weight * shape * alphaLog) + (s * betaLog);
        sums[1] -= r * alphaLog;
        sums[2] += (r * alphaShare) - (weight * frequency * (1 - alphaShare));
        sums[3] -= s * betaLog;
        sums[4] += s * betaShare;
        sums[5] -= r * alphaLog;
        sums[6] += r * alphaShare;
        sums[9] -= weight * shape * alphaShare * (1 - alphaShare);
        sums[12] -= s * betaLog;
        sums[13] += s * betaShare;
        sums[14] -= s * betaShare * (1 - betaShare);
        DropoutIntegral.AddTo(sums, weight, model, frequency, recency, age);
    }

    private void AddTable(double r, double logAlpha, Span<double> sums)
    {
        double[] frequencies = columns.Table.Frequencies;
        for (int index = 0; index < frequencies.Length; index++)
        {
            double weight = weights.Table[index];
            GammaRatio rate = GammaRatio.Of(r, frequencies[index]);
            sums[0] += weight * (rate.Log - (frequencies[index] * logAlpha));
            sums[1] += weight * r * rate.Digamma;
            sums[5] += weight * r * (rate.Digamma + (r * rate.Trigamma));
        }
    }
}
