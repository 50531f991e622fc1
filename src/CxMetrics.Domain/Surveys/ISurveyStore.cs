namespace CxMetrics.Domain.Surveys;

/// <summary>What is declared about surveys. One exists from its first response or its declaration, whichever comes first.</summary>
public interface ISurveyStore
{
    /// <summary>Declares a survey, in order with the responses that are appended; returns after the commit.</summary>
    ValueTask<DeclarationResult> DeclareAsync(SurveyDeclaration declaration, CancellationToken cancellationToken);

    /// <summary>A survey; null when there is none.</summary>
    Task<Survey?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Surveys by key in ordinal order, at most so many, those after a key only.</summary>
    Task<IReadOnlyList<Survey>> ListAsync(string? after, int limit, CancellationToken cancellationToken);
}
