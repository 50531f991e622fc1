namespace CxMetrics.Calculation;

/// <summary>Interval methods for a net score: the difference of two shares of the same answers, such as NPS or net ease.</summary>
public enum NetScoreIntervalMethod
{
    /// <summary>Tango's score interval, the default: right coverage at any n, never zero width, always holds the value.</summary>
    TangoScore,

    /// <summary>Adjusted Wald: three quarters, one and a half and three quarters of an answer added (Rocks 2016).</summary>
    AdjustedWald,

    /// <summary>Plain Wald. Too narrow below a few hundred answers.</summary>
    Wald,
}
