using System.Globalization;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>What one method did in one setting, as a cell of the page: .947 (0.286).</summary>
/// <param name="Coverage">How often the interval held the true value; a sample without an interval counts as missed.</param>
/// <param name="Width">How wide the intervals were, by mean or median; not a number where there is no typical width.</param>
/// <param name="WithoutInterval">The share of samples that had no interval.</param>
/// <param name="Samples">How many samples were drawn; 0 where all were enumerated.</param>
public readonly record struct CoverageFigure(double Coverage, double Width, double WithoutInterval = 0, int Samples = 0)
{
    /// <summary>The Monte Carlo error: the standard error of the coverage; 0 where nothing was drawn.</summary>
    public double StandardError => Samples > 0 ? Math.Sqrt(Coverage * (1 - Coverage) / Samples) : 0;

    public override string ToString()
    {
        string none = WithoutInterval >= 0.0005 ? $", none {Share(WithoutInterval)}" : "";
        return $"{Share(Coverage)} ({Number(Width)}{none})";
    }

    /// <summary>A share as statisticians print it: .954. Rounded down to .999, because 1.000 is to mean always.</summary>
    public static string Share(double share) =>
        share >= 1 - 1e-9 ? "1.000" : Math.Min(share, 0.999).ToString(".000", CultureInfo.InvariantCulture);

    /// <summary>A width with at least three digits.</summary>
    public static string Number(double width) =>
        double.IsFinite(width)
            ? width.ToString(Math.Abs(width) >= 100 ? "#,0" : "0.000", CultureInfo.InvariantCulture)
            : "open";
}
