namespace CxMetrics.Calculation;

/// <content>Methods for correlations, reliability and the parts of an explained variance.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Fisher's interval for Pearson's correlation.</summary>
    public const string FisherZ = "fisherZ";

    /// <summary>Bonett and Wright's interval for Spearman's rank correlation.</summary>
    public const string BonettWright = "bonettWright";

    /// <summary>The interval of Fieller, Hartley and Pearson for Kendall's rank correlation.</summary>
    public const string FiellerHartleyPearson = "fiellerHartleyPearson";

    /// <summary>Feldt's interval for Cronbach's alpha.</summary>
    public const string Feldt = "feldt";
}
