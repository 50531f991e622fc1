namespace CxMetrics.Calculation.Weighting;

/// <summary>Respondents that agree in every margin share a cell, and with it a weight: raking takes time by cells, not by respondents.</summary>
internal sealed class WeightingCells
{
    private readonly int[] _cellOfRespondent;
    private readonly int[][] _levelsOfCells;

    private WeightingCells(int[] cellOfRespondent, long[] sizes, int[][] levelsOfCells)
    {
        _cellOfRespondent = cellOfRespondent;
        _levelsOfCells = levelsOfCells;
        Sizes = sizes;
    }

    /// <summary>The number of respondents of each cell, 1 or more.</summary>
    public long[] Sizes { get; }

    /// <summary>The number of respondents.</summary>
    public int Respondents => _cellOfRespondent.Length;

    /// <summary>The level of each cell in one margin.</summary>
    public ReadOnlySpan<int> LevelsOf(int margin) => _levelsOfCells[margin];

    /// <summary>The cells of margins over the same respondents.</summary>
    public static WeightingCells Of(IReadOnlyList<FrameMargin> margins)
    {
        int[] cells = new int[margins[0].Levels.Length];
        int count = 1;
        foreach (FrameMargin margin in margins)
        {
            count = Split(cells, margin.Levels);
        }

        long[] sizes = new long[count];
        int[][] levels = [.. margins.Select(_ => new int[count])];
        for (int respondent = 0; respondent < cells.Length; respondent++)
        {
            sizes[cells[respondent]]++;
            for (int margin = 0; margin < levels.Length; margin++)
            {
                levels[margin][cells[respondent]] = margins[margin].Levels[respondent];
            }
        }

        return new WeightingCells(cells, sizes, levels);
    }

    /// <summary>A weight per respondent from a weight per cell.</summary>
    public double[] Spread(ReadOnlySpan<double> weightOfCell)
    {
        double[] weights = new double[_cellOfRespondent.Length];
        for (int respondent = 0; respondent < weights.Length; respondent++)
        {
            weights[respondent] = weightOfCell[_cellOfRespondent[respondent]];
        }

        return weights;
    }

    /// <summary>Splits cells by a further level and numbers them anew in the order of their first respondent.</summary>
    /// <returns>The number of cells.</returns>
    private static int Split(int[] cells, ReadOnlySpan<int> levels)
    {
        Dictionary<(int Cell, int Level), int> numbers = [];
        for (int respondent = 0; respondent < cells.Length; respondent++)
        {
            (int, int) key = (cells[respondent], levels[respondent]);
            if (!numbers.TryGetValue(key, out int number))
            {
                number = numbers.Count;
                numbers.Add(key, number);
            }

            cells[respondent] = number;
        }

        return numbers.Count;
    }
}
