namespace CxMetrics.Api.Results;

/// <summary>Names that a member can have, whatever they stand for.</summary>
internal interface IKnownNames
{
    /// <summary>The names, the default first.</summary>
    IReadOnlyList<string> Names { get; }
}
