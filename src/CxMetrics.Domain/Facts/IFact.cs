namespace CxMetrics.Domain.Facts;

/// <summary>Something that happened, as its sender tells it.</summary>
public interface IFact
{
    /// <summary>Who sent it. With <see cref="Id"/> it identifies the fact, among those of its kind, for ever.</summary>
    string Source { get; }

    /// <summary>The sender's id of the fact.</summary>
    string Id { get; }
}
