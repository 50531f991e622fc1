using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation;

/// <content>The methods of rates, ratios of money and lifetime values.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Garwood's exact Poisson interval for a rate.</summary>
    public const string Garwood = "garwood";

    /// <summary>Fieller's interval for a ratio, with t.</summary>
    public const string FiellerT = "fiellerT";

    /// <summary>The jackknife standard error of a ratio, with t.</summary>
    public const string JackknifeT = "jackknifeT";

    /// <summary>The linearised standard error of a ratio, with t.</summary>
    public const string DeltaT = "deltaT";

    /// <summary>The linearised standard error of a ratio, with z.</summary>
    public const string DeltaZ = "deltaZ";

    /// <summary>The linearised standard error of the logarithm, with t.</summary>
    public const string LogDeltaT = "logDeltaT";

    /// <summary>Square-and-add on the logarithmic scale.</summary>
    public const string LogSquareAndAdd = "logSquareAndAdd";

    /// <summary>The delta method on the logarithmic scale, with z.</summary>
    public const string LogDeltaZ = "logDeltaZ";

    /// <summary>Wilson's limits of the churn rate put into a formula.</summary>
    public const string ChurnWilson = "churnWilson";

    /// <summary>The delta method on the scale of log-odds, with z.</summary>
    public const string LogitDelta = "logitDelta";

    /// <summary>The limits of a survival curve put into a formula.</summary>
    public const string SurvivalLimits = "survivalLimits";

    /// <summary>The short name of a method for net revenue retention.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this NetRetentionIntervalMethod method) =>
        method switch
        {
            NetRetentionIntervalMethod.FiellerT => FiellerT,
            NetRetentionIntervalMethod.JackknifeT => JackknifeT,
            NetRetentionIntervalMethod.DeltaT => DeltaT,
            NetRetentionIntervalMethod.DeltaZ => DeltaZ,
            NetRetentionIntervalMethod.LogDeltaT => LogDeltaT,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for gross revenue retention.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this GrossRetentionIntervalMethod method) =>
        method switch
        {
            GrossRetentionIntervalMethod.WilsonKish => WilsonKish,
            GrossRetentionIntervalMethod.FiellerT => FiellerT,
            GrossRetentionIntervalMethod.JackknifeT => JackknifeT,
            GrossRetentionIntervalMethod.DeltaT => DeltaT,
            GrossRetentionIntervalMethod.DeltaZ => DeltaZ,
            GrossRetentionIntervalMethod.LogDeltaT => LogDeltaT,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for the quick ratio.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this QuickRatioIntervalMethod method) =>
        method switch
        {
            QuickRatioIntervalMethod.WilsonKish => WilsonKish,
            QuickRatioIntervalMethod.LogDeltaT => LogDeltaT,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for the simple lifetime value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this SimpleLifetimeValueMethod method) =>
        method switch
        {
            SimpleLifetimeValueMethod.LogSquareAndAdd => LogSquareAndAdd,
            SimpleLifetimeValueMethod.LogDeltaZ => LogDeltaZ,
            SimpleLifetimeValueMethod.DeltaZ => DeltaZ,
            SimpleLifetimeValueMethod.ChurnWilson => ChurnWilson,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
