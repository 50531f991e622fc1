using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics;

/// <summary>One entry of the catalogue: a metric over scored answers. A new metric is a new class in <c>Definitions</c>.</summary>
internal abstract class ScoreDefinition
{
    /// <summary>The key in routes and envelopes.</summary>
    public abstract string Key { get; }

    /// <summary>The name people use.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence: what the number means.</summary>
    public abstract string Meaning { get; }

    public abstract ScoreUnit Unit { get; }

    /// <summary>Rises when arithmetic or thresholds change, so that a published figure names what it was.</summary>
    public virtual int Version => 1;

    /// <summary>Whether a higher value is better. Means follow the direction of their scale; every other score is aligned.</summary>
    public virtual bool FollowsScaleDirection => false;

    /// <summary>The statistics needed: counts per score of the answers to this.</summary>
    public abstract RatingMetric Answers { get; }

    /// <summary>Names of the interval methods where observations are taken as independent, the default first.</summary>
    public abstract IReadOnlyList<string> Methods { get; }

    /// <summary>Names of the interval methods where those of one account resemble each other, the default first.</summary>
    public abstract IReadOnlyList<string> AccountMethods { get; }

    /// <summary>What rows can be grouped and filtered by.</summary>
    public virtual IReadOnlyList<Dimension> Dimensions => Enum.GetValues<Dimension>();

    /// <summary>The interval methods of a unit, the default first.</summary>
    public IReadOnlyList<string> MethodsOf(UnitOfAnalysis? unit) =>
        unit == UnitOfAnalysis.Account ? AccountMethods : Methods;

    /// <summary>Computes the score of a row.</summary>
    /// <param name="counts">Its counts.</param>
    /// <param name="confidence">The two-sided confidence level.</param>
    /// <param name="method">One of the methods of the unit of the counts.</param>
    public abstract Score Compute(RowCounts counts, double confidence, string method);
}
