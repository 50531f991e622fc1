namespace CxMetrics.Calculation;

/// <summary>The short names of the interval methods, as <see cref="ConfidenceInterval.Method"/> and the API spell them.</summary>
public static partial class IntervalMethodNames
{
    /// <summary>Tango's score interval for a net score.</summary>
    public const string TangoScore = "tangoScore";

    /// <summary>The adjusted Wald interval for a net score.</summary>
    public const string AdjustedWald = "adjustedWald";

    /// <summary>The plain Wald interval for a net score.</summary>
    public const string Wald = "wald";

    /// <summary>Wilson's score interval for a share.</summary>
    public const string Wilson = "wilson";

    /// <summary>The Clopper-Pearson interval for a share.</summary>
    public const string ClopperPearson = "clopperPearson";

    /// <summary>The Agresti-Coull interval for a share.</summary>
    public const string AgrestiCoull = "agrestiCoull";

    /// <summary>The Jeffreys interval for a share.</summary>
    public const string Jeffreys = "jeffreys";

    /// <summary>The pseudo-answer interval for a mean of ratings.</summary>
    public const string PseudoAnswers = "pseudoAnswers";

    /// <summary>Student's t interval for a mean.</summary>
    public const string StudentT = "t";

    /// <summary>The short name of a method for net scores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this NetScoreIntervalMethod method) =>
        method switch
        {
            NetScoreIntervalMethod.TangoScore => TangoScore,
            NetScoreIntervalMethod.AdjustedWald => AdjustedWald,
            NetScoreIntervalMethod.Wald => Wald,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for shares.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this ShareIntervalMethod method) =>
        method switch
        {
            ShareIntervalMethod.Wilson => Wilson,
            ShareIntervalMethod.ClopperPearson => ClopperPearson,
            ShareIntervalMethod.AgrestiCoull => AgrestiCoull,
            ShareIntervalMethod.Jeffreys => Jeffreys,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for means of ratings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this MeanIntervalMethod method) =>
        method switch
        {
            MeanIntervalMethod.PseudoAnswers => PseudoAnswers,
            MeanIntervalMethod.StudentT => StudentT,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
