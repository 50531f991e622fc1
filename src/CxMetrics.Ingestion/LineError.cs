namespace CxMetrics.Ingestion;

/// <summary>One thing wrong with one fact of a body.</summary>
/// <param name="Line">
/// Where the fact is, from 1: its element in an array, its line in a stream. A CSV row that spans lines goes by its first.
/// </param>
/// <param name="Field">Path of the member within the fact, <c>body</c> for the fact as a whole; the column's name for CSV.</param>
/// <param name="Code">One of <see cref="Domain.Facts.FactErrorCodes"/>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record LineError(long Line, string Field, string Code, string Message);
