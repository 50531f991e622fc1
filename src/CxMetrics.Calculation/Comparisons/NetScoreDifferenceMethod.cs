namespace CxMetrics.Calculation.Comparisons;

/// <summary>Interval methods for the difference of two net scores, such as NPS or net ease.</summary>
public enum NetScoreDifferenceMethod
{
    /// <summary>Square-and-add of two Tango intervals, the default: never zero width, right coverage in small samples.</summary>
    TangoSquareAndAdd,

    /// <summary>Adjusted Wald: three quarters, one and a half and three quarters of an answer added to each side (Rocks 2016).</summary>
    AdjustedWald,

    /// <summary>Plain Wald. Too narrow below a few hundred answers.</summary>
    Wald,
}
