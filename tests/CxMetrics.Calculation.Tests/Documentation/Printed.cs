using System.Globalization;

namespace CxMetrics.Calculation.Tests.Documentation;

/// <summary>Numbers as pages print them.</summary>
public static class Printed
{
    /// <summary>The value with as many decimals as the page prints, rounded half away from zero.</summary>
    public static string As(double value, string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : printed.Length - point - 1;
        double rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
