using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Domain.Surveys;

/// <summary>The answer of the store to a declaration.</summary>
/// <param name="Status">Whether it was decided; nothing is stored otherwise.</param>
/// <param name="Survey">The survey as it is now; null when the declaration was refused.</param>
/// <param name="IsNew">Whether the survey was not known before.</param>
/// <param name="Errors">Why the declaration was refused; empty when it was not.</param>
public sealed record DeclarationResult(
    AppendStatus Status,
    Survey? Survey,
    bool IsNew,
    IReadOnlyList<FactError> Errors
);
