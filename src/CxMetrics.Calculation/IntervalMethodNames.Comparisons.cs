using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation;

/// <content>Methods for differences, weighted values and pairs.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Newcombe's hybrid score interval for a difference of shares.</summary>
    public const string Newcombe = "newcombe";

    /// <summary>The Miettinen-Nurminen score interval for a difference of shares.</summary>
    public const string MiettinenNurminen = "miettinenNurminen";

    /// <summary>The Agresti-Caffo interval for a difference of shares.</summary>
    public const string AgrestiCaffo = "agrestiCaffo";

    /// <summary>Square-and-add of two Tango intervals, for a difference of net scores.</summary>
    public const string TangoSquareAndAdd = "tangoSquareAndAdd";

    /// <summary>Newcombe's interval with the correlation of those who answered twice.</summary>
    public const string NewcombeOverlapping = "newcombeOverlapping";

    /// <summary>Square-and-add of two Tango intervals with the correlation of those who answered twice.</summary>
    public const string TangoSquareAndAddOverlapping = "tangoSquareAndAddOverlapping";

    /// <summary>The logarithmic interval of Katz for a ratio of shares.</summary>
    public const string KatzLog = "katzLog";

    /// <summary>Student's t on the differences of pairs.</summary>
    public const string PairedT = "pairedT";

    /// <summary>Student's t for samples that overlap in part.</summary>
    public const string PartiallyOverlappingT = "partiallyOverlappingT";

    /// <summary>Tango's score interval with Kish's effective sample size.</summary>
    public const string TangoKish = "tangoKish";

    /// <summary>Tango's score interval with the effective sample size of the linearised variance.</summary>
    public const string TangoLinearized = "tangoLinearized";

    /// <summary>Wilson's score interval with Kish's effective sample size.</summary>
    public const string WilsonKish = "wilsonKish";

    /// <summary>Wilson's score interval with the effective sample size of the linearised variance.</summary>
    public const string WilsonLinearized = "wilsonLinearized";

    /// <summary>The short name of a method for differences of shares.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this ShareDifferenceMethod method) =>
        method switch
        {
            ShareDifferenceMethod.Newcombe => Newcombe,
            ShareDifferenceMethod.MiettinenNurminen => MiettinenNurminen,
            ShareDifferenceMethod.AgrestiCaffo => AgrestiCaffo,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for differences of net scores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this NetScoreDifferenceMethod method) =>
        method switch
        {
            NetScoreDifferenceMethod.TangoSquareAndAdd => TangoSquareAndAdd,
            NetScoreDifferenceMethod.AdjustedWald => AdjustedWald,
            NetScoreDifferenceMethod.Wald => Wald,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The name of Tango's interval with an effective sample size.</summary>
    internal static string ToTangoName(this WeightingVariance variance) =>
        variance switch
        {
            WeightingVariance.Kish => TangoKish,
            WeightingVariance.Linearized => TangoLinearized,
            _ => throw new ArgumentOutOfRangeException(
                nameof(variance),
                variance,
                "Unknown variance of weighted answers."
            ),
        };

    /// <summary>The name of Wilson's interval with an effective sample size.</summary>
    internal static string ToWilsonName(this WeightingVariance variance) =>
        variance switch
        {
            WeightingVariance.Kish => WilsonKish,
            WeightingVariance.Linearized => WilsonLinearized,
            _ => throw new ArgumentOutOfRangeException(
                nameof(variance),
                variance,
                "Unknown variance of weighted answers."
            ),
        };
}
