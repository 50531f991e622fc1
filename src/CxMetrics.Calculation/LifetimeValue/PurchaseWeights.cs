namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>How often each row of <see cref="PurchaseColumns"/> counts.</summary>
/// <param name="Zero">The weights of the rows without a repeat purchase.</param>
/// <param name="Repeat">The weights of the others.</param>
/// <param name="Table">The weights of the distinct frequencies.</param>
internal sealed record PurchaseWeights(double[] Zero, double[] Repeat, double[] Table);
