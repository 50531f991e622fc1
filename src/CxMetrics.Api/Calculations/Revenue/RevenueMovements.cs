using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Revenue;

/// <summary>What moved revenue from the start to the end: start + expansion − contraction − churned + added = end.</summary>
internal sealed record RevenueMovements
{
    [Description("Revenue at the start.")]
    public required double Start { get; init; }

    [Description("Gained from customers of the start.")]
    public required double Expansion { get; init; }

    [Description("Lost with customers who pay less.")]
    public required double Contraction { get; init; }

    [Description("Lost with customers who left.")]
    public required double Churned { get; init; }

    [Description("Brought by customers who paid nothing at the start.")]
    public required double Added { get; init; }

    [Description("Revenue at the end.")]
    public required double End { get; init; }

    public static RevenueMovements Of(ReadOnlySpan<double> start, ReadOnlySpan<double> end)
    {
        (double starts, double expansion, double contraction, double churned, double added, double ends) = (
            0,
            0,
            0,
            0,
            0,
            0
        );
        for (int index = 0; index < start.Length; index++)
        {
            double before = start[index];
            double after = end[index];
            starts += before;
            ends += after;
            if (!(before > 0))
            {
                added += after;
            }
            else if (after > before)
            {
                expansion += after - before;
            }
            else if (after > 0)
            {
                contraction += before - after;
            }
            else
            {
                churned += before;
            }
        }

        return new RevenueMovements
        {
            Start = starts,
            Expansion = expansion,
            Contraction = contraction,
            Churned = churned,
            Added = added,
            End = ends,
        };
    }
}
