namespace CxMetrics.Domain.Statistics;

/// <summary>Two surveys of different kinds that a query without a unit would pool.</summary>
/// <param name="Relationship">A survey declared as relationship survey.</param>
/// <param name="Transactional">A survey declared as transactional.</param>
public sealed record MixedSurveyKinds(string Relationship, string Transactional);
