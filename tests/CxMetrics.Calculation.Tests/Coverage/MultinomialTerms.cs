using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The probabilities of all samples of n answers, given the shares of the classes: n! ∏ share^k/k!.</summary>
public sealed class MultinomialTerms
{
    private readonly double[][] _logTerms;
    private readonly double _logFactorial;

    public MultinomialTerms(int n, params ReadOnlySpan<double> shares)
    {
        _logFactorial = SpecialFunctions.FactorialLn(n);
        _logTerms = new double[shares.Length][];
        for (int index = 0; index < shares.Length; index++)
        {
            double logShare = Math.Log(shares[index]);
            _logTerms[index] =
            [
                .. Enumerable
                    .Range(0, n + 1)
                    .Select(k => k == 0 ? 0 : (k * logShare) - SpecialFunctions.FactorialLn(k)),
            ];
        }
    }

    public double Probability(params ReadOnlySpan<long> counts)
    {
        double log = _logFactorial;
        for (int index = 0; index < counts.Length; index++)
        {
            log += _logTerms[index][counts[index]];
        }

        return Math.Exp(log);
    }

    /// <summary>The probabilities of 0 to n successes.</summary>
    public static double[] Binomial(int n, double share)
    {
        MultinomialTerms terms = new(n, share, 1 - share);
        return [.. Enumerable.Range(0, n + 1).Select(successes => terms.Probability(successes, n - successes))];
    }
}
