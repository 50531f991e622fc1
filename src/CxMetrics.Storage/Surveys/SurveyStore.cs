using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Surveys;

/// <summary>Declares through the queue in front of the one writer; how surveys are read back is the dialect's part.</summary>
internal abstract class SurveyStore(IngestQueue queue) : ISurveyStore
{
    public async ValueTask<DeclarationResult> DeclareAsync(
        SurveyDeclaration declaration,
        CancellationToken cancellationToken
    )
    {
        var pending = new PendingDeclaration(declaration);
        return await queue.EnqueueAsync(pending, WhenFull.GiveUp, cancellationToken) is { } refusal
            ? new DeclarationResult(refusal.Status, Survey: null, IsNew: false, [])
            : await pending.Answer;
    }

    public abstract Task<Survey?> FindAsync(string key, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<Survey>> ListAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    );
}
