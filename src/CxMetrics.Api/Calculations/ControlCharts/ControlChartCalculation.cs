using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.ControlCharts;

[Description(
    "Whether a series stays within its own ordinary variation. `p`: shares of unequal samples. `u`: events per exposure. `xmr`: single values. "
        + "`cusum` and `ewma`: single values, quicker to show a small lasting shift. At most 100,000 points."
)]
internal sealed record ControlChartCalculation
{
    [Required]
    [Description("The kind of chart.")]
    [KnownNames(typeof(ControlChartCalculator), nameof(ControlChartCalculator.Kinds))]
    public string? Chart { get; init; }

    [Description("p: the successes of each point, in order of time.")]
    [MaxLength(ControlChartCalculator.MostPoints)]
    public long[]? Successes { get; init; }

    [Description("p: the trials of each point; 0 makes a gap.")]
    [MaxLength(ControlChartCalculator.MostPoints)]
    public long[]? Trials { get; init; }

    [Description("u: the events of each point, in order of time.")]
    [MaxLength(ControlChartCalculator.MostPoints)]
    public long[]? Events { get; init; }

    [Description("u: the exposure of each point, for example customers; 0, which cannot have events, makes a gap.")]
    [MaxLength(ControlChartCalculator.MostPoints)]
    public double[]? Exposures { get; init; }

    [Description("xmr, cusum, ewma: the values in order of time.")]
    [MaxLength(ControlChartCalculator.MostPoints)]
    public double[]? Values { get; init; }

    [Description(
        "How many of the first points set centre and limits; the others are only watched. Default: all. cusum, ewma: only without `target` and `sigma`."
    )]
    public int? BaselinePoints { get; init; }

    [Description("p, u, xmr: the patterns to look for.")]
    [KnownNames(typeof(ControlChartCalculator), nameof(ControlChartCalculator.Rules))]
    public string? Rules { get; init; }

    [Description(
        "p, u: the width of the limits. `laney` for samples of thousands, where plain limits are so narrow that every ordinary day signals."
    )]
    [KnownNames(typeof(ControlChartCalculator), nameof(ControlChartCalculator.Limits))]
    public string? Limits { get; init; }

    [Description("xmr: the constants of the moving range; `table` as in R's qcc, `rounded` as in Wheeler's charts.")]
    [KnownNames(typeof(ControlChartCalculator), nameof(ControlChartCalculator.Constants))]
    public string? Constants { get; init; }

    [Description(
        "cusum, ewma: the mean in control, together with `sigma`. Default: both from the moving ranges of the baseline points."
    )]
    public double? Target { get; init; }

    [Description("cusum, ewma: the standard deviation of single values in control, above 0.")]
    public double? Sigma { get; init; }

    [Description("cusum: the shift to be found, in sigmas, above 0, at most 100.")]
    [DefaultValue(1.0)]
    public double? Shift { get; init; }

    [Description("cusum: the sum at which it signals, in sigmas, above 0, at most 1,000.")]
    [DefaultValue(5.0)]
    public double? DecisionInterval { get; init; }

    [Description("ewma: the weight of the newest value, above 0, at most 1.")]
    [DefaultValue(0.2)]
    public double? Weight { get; init; }

    [Description("ewma: the distance of the limits, in sigmas, above 0, at most 100.")]
    [DefaultValue(3.0)]
    public double? Width { get; init; }
}
