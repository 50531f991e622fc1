namespace CxMetrics.Calculation.Ranking;

/// <summary>Runs of equal numbers in ascending ones.</summary>
internal static class TieRun
{
    /// <summary>The index behind the run that begins at <paramref name="start"/>.</summary>
    public static int EndOf(ReadOnlySpan<double> ascending, int start)
    {
        int end = start + 1;
        while (end < ascending.Length && !(ascending[end] > ascending[start]))
        {
            end++;
        }

        return end;
    }
}
