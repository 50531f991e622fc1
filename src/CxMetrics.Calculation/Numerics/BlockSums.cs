namespace CxMetrics.Calculation.Numerics;

/// <summary>Sums over many rows in blocks of fixed size, on as many processors as there are.</summary>
/// <remarks>Each block has sums of its own, and these are added in the order of the blocks: the result does not depend on the number of threads.</remarks>
internal static class BlockSums
{
    /// <summary>The number of rows of a block.</summary>
    public const int Rows = 4096;

    /// <summary>Adds the terms of all rows to <paramref name="sums"/>.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="isParallel">Whether blocks may run at the same time; off where the caller itself is one of many at the same time.</param>
    /// <param name="block">Adds the terms of the rows from its first argument to before its second to its third.</param>
    /// <param name="sums">What the terms are added to.</param>
    public static void Add(int rows, bool isParallel, Action<int, int, Memory<double>> block, Span<double> sums)
    {
        int terms = sums.Length;
        int blocks = (rows + Rows - 1) / Rows;
        double[] partial = new double[blocks * terms];
        void Run(int index) =>
            block(index * Rows, Math.Min(rows, (index + 1) * Rows), partial.AsMemory(index * terms, terms));

        if (isParallel && blocks > 1)
        {
            Parallel.For(0, blocks, Run);
        }
        else
        {
            for (int index = 0; index < blocks; index++)
            {
                Run(index);
            }
        }

        for (int index = 0; index < partial.Length; index++)
        {
            sums[index % terms] += partial[index];
        }
    }
}
