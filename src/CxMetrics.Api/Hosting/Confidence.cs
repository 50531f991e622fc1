namespace CxMetrics.Api.Hosting;

/// <summary>The confidence levels this edge offers.</summary>
internal static class Confidence
{
    public const double Default = 0.95;
    public const double Minimum = 0.5;
    public const double Maximum = 0.999;

    /// <summary>What it says in the description of a request.</summary>
    public const string Meaning = "Two-sided confidence level, 0.5 to 0.999.";
}
