using System.ComponentModel;

namespace CxMetrics.Api.Calculations;

[Description("A share: so many successes among so many trials.")]
internal sealed record ProportionCalculation : CalculationRequest
{
    [Description("0 to `trials`.")]
    public long? Successes { get; init; }

    [Description("0 or more.")]
    public long? Trials { get; init; }
}
