using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations;

/// <summary>What every calculation of an interval accepts besides its numbers.</summary>
internal abstract record CalculationRequest
{
    [Description(Hosting.Confidence.Meaning)]
    [DefaultValue(Hosting.Confidence.Default)]
    [Range(Hosting.Confidence.Minimum, Hosting.Confidence.Maximum)]
    public double? Confidence { get; init; }
}
