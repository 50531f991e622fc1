using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Surveys;

/// <summary>A survey to be declared.</summary>
internal sealed class PendingDeclaration(SurveyDeclaration declaration) : IPendingWork
{
    private readonly TaskCompletionSource<DeclarationResult> _answer = new();

    public SurveyDeclaration Declaration { get; } = declaration;

    /// <summary>Valid once the transaction has committed.</summary>
    public DeclarationResult Result { get; set; } = new(AppendStatus.Committed, null, IsNew: false, []);

    public int Facts => 1;

    public bool IsShared => false;

    public Task<DeclarationResult> Answer => _answer.Task;

    public void Succeed() => _answer.TrySetResult(Result);

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
