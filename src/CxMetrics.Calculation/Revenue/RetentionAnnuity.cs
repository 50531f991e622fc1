using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Revenue;

/// <summary>The expected number of payments of a customer who renews with the same probability r every period, discounted at d.</summary>
/// <remarks>
/// Without a horizon r/(1 + d − r) when the first payment follows the first retention, (1 + d)/(1 + d − r) when it is made now (Gupta and
/// Lehmann 2003, Journal of Interactive Marketing 17, 9-24); with T payments the geometric sum of r/(1 + d).
/// </remarks>
/// <param name="discount">The discount rate per period, d, 0 or more.</param>
/// <param name="firstPayment">When the first payment falls due.</param>
/// <param name="payments">The number of payments up to the horizon; null for none.</param>
internal sealed class RetentionAnnuity(double discount, FirstPayment firstPayment, int? payments)
{
    /// <summary>The discounted number of payments at this retention, 0 to 1; null when it is infinite.</summary>
    public double? At(double retention)
    {
        double value = Sum(retention).Value * (firstPayment == FirstPayment.Now ? 1 : retention / (1 + discount));
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>How much it rises per unit of retention; null when it is infinite.</summary>
    public double? SlopeAt(double retention)
    {
        GeometricSum sum = Sum(retention);
        double factor = 1 / (1 + discount);
        double slope =
            firstPayment == FirstPayment.Now
                ? sum.Slope * factor
                : (sum.Value + (sum.Slope * retention * factor)) * factor;
        return double.IsFinite(slope) ? slope : null;
    }

    private GeometricSum Sum(double retention)
    {
        double gap = (1 - retention + discount) / (1 + discount);
        return payments is { } terms
            ? GeometricSum.Of(retention / (1 + discount), terms)
            : new GeometricSum(1 / gap, 1 / gap / gap);
    }
}
