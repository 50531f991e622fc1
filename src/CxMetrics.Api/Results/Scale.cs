using System.ComponentModel;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>A rating scale of whole-numbered points.</summary>
internal sealed record Scale(
    [property: Description("Lowest point.")] int Min,
    [property: Description("Highest point.")] int Max,
    [property: Description("Which end is the good one.")] ScaleDirection Direction
)
{
    public static Scale From(RatingScale scale) => new(scale.Minimum, scale.Maximum, scale.Direction);
}
