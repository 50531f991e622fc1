namespace CxMetrics.Domain.Facts;

/// <summary>One thing wrong with a fact, named so that its sender can mend it.</summary>
/// <param name="Field">Path of the member within the fact, for example <c>answers[0].score</c>; a column name for CSV.</param>
/// <param name="Code">One of <see cref="FactErrorCodes"/>: stable, for programs.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record FactError(string Field, string Code, string Message);
