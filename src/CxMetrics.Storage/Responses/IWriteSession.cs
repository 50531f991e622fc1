using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Responses;

/// <summary>The connection of one writer of SQL Server, and the steps in which a group goes through it.</summary>
/// <remarks>A step that fails throws a fault; the session is then of no more use, and what was not committed is rolled back.</remarks>
internal interface IWriteSession : IDisposable
{
    /// <summary>Whether an attempt in doubt is in the database after all; waits while that is being decided.</summary>
    bool HasRow(long responseKey);

    /// <summary>Finds or makes the keys that the group needs, and commits them.</summary>
    void Prepare(WriteGroup group);

    /// <summary>Begins a transaction and applies the facts, then their counts.</summary>
    void Apply(WriteGroup group);

    /// <summary>Begins a transaction and erases a response.</summary>
    ErasureOutcome Erase(string source, string id, DateTimeOffset recordedAt);

    /// <summary>Begins a transaction and declares a survey.</summary>
    DeclarationResult Declare(SurveyDeclaration declaration);

    /// <summary>Commits what was applied.</summary>
    void Commit();
}
