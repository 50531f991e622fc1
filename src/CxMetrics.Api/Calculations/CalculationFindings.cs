using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <summary>What the checks of one request have found so far, whichever part of it they looked at.</summary>
internal sealed class CalculationFindings
{
    public List<FactError> Errors { get; } = [];

    /// <summary>How many values, pairs or customers the request holds.</summary>
    public long Values { get; set; }
}
