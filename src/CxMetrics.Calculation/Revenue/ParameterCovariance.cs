namespace CxMetrics.Calculation.Revenue;

/// <summary>The covariance of the estimates of α and β: the inverse of the observed information.</summary>
internal readonly record struct ParameterCovariance(double Alpha, double Beta, double Both)
{
    // Central differences of this relative size lose 1e-8 to the third derivative and 1e-11 to rounding.
    private const double Step = 1e-4;

    /// <summary>The covariance; null where the information is not positive definite.</summary>
    public static ParameterCovariance? Of(RenewalCounts counts, double alpha, double beta)
    {
        double ofAlpha = counts.Lost / alpha / alpha;
        double ofBeta = 0;
        double ofBoth = 0;
        for (int age = 0; age < counts.Ages; age++)
        {
            double total = alpha + beta + age;
            ofBeta += counts.KeptAt(age) / (beta + age) / (beta + age);
            ofBoth -= counts.AtRisk(age) / total / total;
        }

        ofAlpha += ofBoth;
        ofBeta += ofBoth;
        double determinant = (ofAlpha * ofBeta) - (ofBoth * ofBoth);
        return determinant > 0 && ofAlpha > 0 && double.IsFinite(determinant)
            ? new ParameterCovariance(ofBeta / determinant, ofAlpha / determinant, -ofBoth / determinant)
            : null;
    }

    /// <summary>The standard error of a function of the parameters by the delta method.</summary>
    public double StandardErrorOf(Func<BetaParameters, double> function, BetaParameters parameters)
    {
        double alphaStep = parameters.Alpha * Step;
        double betaStep = parameters.Beta * Step;
        double byAlpha =
            (
                function(parameters with { Alpha = parameters.Alpha + alphaStep })
                - function(parameters with { Alpha = parameters.Alpha - alphaStep })
            ) / (2 * alphaStep);
        double byBeta =
            (
                function(parameters with { Beta = parameters.Beta + betaStep })
                - function(parameters with { Beta = parameters.Beta - betaStep })
            ) / (2 * betaStep);
        double variance = (byAlpha * byAlpha * Alpha) + (2 * byAlpha * byBeta * Both) + (byBeta * byBeta * Beta);
        return Math.Sqrt(Math.Max(0, variance));
    }
}
