namespace CxMetrics.Calculation.Hypotheses;

/// <summary>What an adjustment of several p-values controls.</summary>
public enum PValueAdjustmentMethod
{
    /// <summary>Benjamini-Hochberg: the false discovery rate of independent or positively dependent tests. For many segments.</summary>
    BenjaminiHochberg,

    /// <summary>Benjamini-Yekutieli: the false discovery rate under any dependence.</summary>
    BenjaminiYekutieli,

    /// <summary>Holm: the chance of any false rejection, under any dependence. For a few planned tests.</summary>
    Holm,

    /// <summary>Hochberg: the chance of any false rejection, for independent or positively dependent tests; never more than Holm.</summary>
    Hochberg,

    /// <summary>Bonferroni: the chance of any false rejection, each p times the number of tests. Never less than Holm.</summary>
    Bonferroni,
}
