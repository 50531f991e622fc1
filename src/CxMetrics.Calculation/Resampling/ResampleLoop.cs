using System.Runtime.ExceptionServices;

namespace CxMetrics.Calculation.Resampling;

/// <summary>Runs the resamples, on all processors where there is work enough for them.</summary>
internal static class ResampleLoop
{
    private const int BlockLength = 32;
    private const long WorthSharing = 200_000;

    /// <summary>Calls <paramref name="block"/> for consecutive ranges of resamples that together are all of them.</summary>
    /// <param name="resamples">The number of resamples.</param>
    /// <param name="draws">The number of draws of one resample.</param>
    /// <param name="block">Takes the first resample and the one after the last. Resamples have their own random streams, so that the ranges do not matter.</param>
    public static void Run(int resamples, long draws, Action<int, int> block)
    {
        if (resamples * draws < WorthSharing)
        {
            block(0, resamples);
            return;
        }

        int blocks = (resamples + BlockLength - 1) / BlockLength;
        try
        {
            Parallel.For(
                0,
                blocks,
                index => block(index * BlockLength, Math.Min(resamples, (index + 1) * BlockLength))
            );
        }
        catch (AggregateException exception)
        {
            // A statistic that throws does so the same way with one thread and with many.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
