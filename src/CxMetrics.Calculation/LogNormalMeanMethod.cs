namespace CxMetrics.Calculation;

/// <summary>Interval methods for the mean of log-normal numbers.</summary>
public enum LogNormalMeanMethod
{
    /// <summary>Cox's interval with Student's t, the default: right from a handful of numbers on.</summary>
    CoxStudentT,

    /// <summary>Cox's interval with the normal quantile.</summary>
    Cox,
}
