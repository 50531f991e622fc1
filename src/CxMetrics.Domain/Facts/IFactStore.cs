namespace CxMetrics.Domain.Facts;

/// <summary>Where facts of one kind are kept.</summary>
/// <typeparam name="TFact">The kind. Responses, invitations and orders are revised by what is sent later; all others never change.</typeparam>
public interface IFactStore<in TFact>
    where TFact : class, IFact
{
    /// <summary>Appends a batch in one transaction, shared with other callers, and returns after its commit.</summary>
    /// <param name="facts">Valid facts; a key may occur more than once and then counts in order.</param>
    /// <param name="whenFull">What to do when the queue in front of the store has no room.</param>
    /// <param name="cancellationToken">Gives up waiting for room. A batch already in the queue is committed and answered all the same.</param>
    ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<TFact> facts,
        WhenFull whenFull,
        CancellationToken cancellationToken
    );
}
