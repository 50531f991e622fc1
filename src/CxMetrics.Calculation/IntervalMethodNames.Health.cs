using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation;

/// <content>Methods for health scores and what they foretell.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Newcombe's score interval for the area under the ROC curve.</summary>
    public const string NewcombeArea = "newcombeArea";

    /// <summary>DeLong's interval for the area under the ROC curve, on the log-odds scale.</summary>
    public const string DeLong = "deLong";

    /// <summary>The uncertainty of components carried over to a score.</summary>
    public const string ErrorPropagation = "errorPropagation";

    /// <summary>The short name of a method for the area under the ROC curve.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this AreaIntervalMethod method) =>
        method switch
        {
            AreaIntervalMethod.Newcombe => NewcombeArea,
            AreaIntervalMethod.DeLong => DeLong,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
