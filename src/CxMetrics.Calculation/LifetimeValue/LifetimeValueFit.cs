namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The two models of a lifetime value, fitted to the same customers. Immutable.</summary>
public sealed record LifetimeValueFit
{
    internal LifetimeValueFit(BgNbdFit purchases, GammaGammaFit spend, LifetimeValueTerms terms)
    {
        Purchases = purchases;
        Spend = spend;
        Model = new LifetimeValueModel(purchases.Model, spend.Model, terms);
    }

    /// <summary>The fit to purchases.</summary>
    public BgNbdFit Purchases { get; }

    /// <summary>The fit to spend.</summary>
    public GammaGammaFit Spend { get; }

    /// <summary>The model of values with the fitted parameters.</summary>
    public LifetimeValueModel Model { get; }

    /// <summary>The caveats of both fits.</summary>
    public Caveats Caveats => Purchases.Caveats | Spend.Caveats;
}
