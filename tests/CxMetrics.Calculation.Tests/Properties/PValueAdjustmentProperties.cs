using CxMetrics.Calculation.Hypotheses;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class PValueAdjustmentProperties
{
    private static readonly PValueAdjustmentMethod[] Methods = Enum.GetValues<PValueAdjustmentMethod>();

    [Test]
    public void Adjust_AnyInput_KeepsOrderAndNeverLowers() =>
        ForAll(
            Generators.PValues(),
            pValues =>
            {
                foreach (PValueAdjustmentMethod method in Methods)
                {
                    double[] adjusted = PValueAdjustment.Adjust(pValues, method);
                    adjusted.Should().HaveSameCount(pValues);
                    int[] order = [.. Enumerable.Range(0, pValues.Length).OrderBy(index => pValues[index])];
                    order.Select(index => adjusted[index]).Should().BeInAscendingOrder();
                    for (int index = 0; index < pValues.Length; index++)
                    {
                        adjusted[index].Should().BeInRange(pValues[index], 1);
                    }
                }
            }
        );

    [Test]
    public void Adjust_EqualPValues_StayEqual() =>
        ForAll(
            Generators.PValues(),
            pValues =>
            {
                foreach (PValueAdjustmentMethod method in Methods)
                {
                    double[] adjusted = PValueAdjustment.Adjust(pValues, method);
                    foreach (
                        IGrouping<double, double> tied in pValues.Zip(adjusted).GroupBy(x => x.First, x => x.Second)
                    )
                    {
                        tied.Distinct().Should().ContainSingle();
                    }
                }
            }
        );

    [Test]
    public void Adjust_ByMethod_IsOrderedByCaution() =>
        ForAll(
            Generators.PValues(),
            pValues =>
            {
                double[] discoveries = PValueAdjustment.Adjust(pValues);
                double[] anyDependence = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.BenjaminiYekutieli);
                double[] hochberg = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Hochberg);
                double[] holm = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Holm);
                double[] bonferroni = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Bonferroni);
                for (int index = 0; index < pValues.Length; index++)
                {
                    discoveries[index].Should().BeLessThanOrEqualTo(anyDependence[index]);
                    discoveries[index].Should().BeLessThanOrEqualTo(hochberg[index]);
                    hochberg[index].Should().BeLessThanOrEqualTo(holm[index]);
                    holm[index].Should().BeLessThanOrEqualTo(bonferroni[index]);
                }
            }
        );

    [Test]
    public void Adjust_InAnotherOrder_MovesWithThePValues() =>
        ForAll(
            Generators.PValues(),
            pValues =>
            {
                foreach (PValueAdjustmentMethod method in Methods)
                {
                    double[] adjusted = PValueAdjustment.Adjust(pValues, method);
                    double[] reversed = PValueAdjustment.Adjust(pValues.AsEnumerable().Reverse().ToArray(), method);
                    reversed.Should().Equal(adjusted.AsEnumerable().Reverse());
                }
            }
        );
}
