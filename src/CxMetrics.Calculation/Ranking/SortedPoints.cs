namespace CxMetrics.Calculation.Ranking;

/// <summary>Puts points in order.</summary>
internal static class SortedPoints
{
    /// <summary>Sorts points by the first of their numbers, those that agree in it by the second.</summary>
    public static void Sort(Span<double> first, Span<double> second)
    {
        first.Sort(second);
        for (int start = 0; start < first.Length; )
        {
            int end = TieRun.EndOf(first, start);
            if (end - start > 1)
            {
                second[start..end].Sort();
            }

            start = end;
        }
    }
}
