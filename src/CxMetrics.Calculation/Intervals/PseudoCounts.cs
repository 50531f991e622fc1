namespace CxMetrics.Calculation.Intervals;

/// <summary>The pseudo-answers that an adjusted Wald interval for a net score adds to the counts.</summary>
/// <param name="Negative">Added to the negative answers (detractors).</param>
/// <param name="Neutral">Added to the neutral answers (passives).</param>
/// <param name="Positive">Added to the positive answers (promoters).</param>
public readonly record struct PseudoCounts(double Negative, double Neutral, double Positive)
{
    /// <summary>¾, 1½, ¾: the choice of <see cref="NetScoreIntervalMethod.AdjustedWald"/>. Rocks (2016), The American Statistician 70, 365-372.</summary>
    public static PseudoCounts Rocks => new(0.75, 1.5, 0.75);

    /// <summary>½, 1, ½: half an answer in each cell of a paired two-by-two table. Agresti and Min (2005), Statistics in Medicine 24, 729-740.</summary>
    public static PseudoCounts AgrestiMin => new(0.5, 1, 0.5);

    /// <summary>1, 0, 1. Bonett and Price (2012), Journal of Educational and Behavioral Statistics 37, 479-488.</summary>
    public static PseudoCounts BonettPrice => new(1, 0, 1);

    /// <summary>1, 1, 1: Laplace's rule on three classes, compared in Rocks (2016).</summary>
    public static PseudoCounts Uniform => new(1, 1, 1);

    /// <summary>1, 2, 1: four answers, one in each cell of a paired two-by-two table, compared in Rocks (2016).</summary>
    public static PseudoCounts AddFour => new(1, 2, 1);

    /// <summary>How many pseudo-answers there are.</summary>
    public double Total => Negative + Neutral + Positive;
}
