using System.Diagnostics.CodeAnalysis;

namespace CxMetrics.Calculation.Fitting;

/// <summary>A fitted model, or the reason why there is none. Never a guess that looks like a fit.</summary>
/// <typeparam name="TModel">The model, an immutable class.</typeparam>
public sealed record FitOutcome<TModel>
    where TModel : class
{
    private FitOutcome(TModel? model, NotFittedReason? reason, string? explanation)
    {
        Model = model;
        Reason = reason;
        Explanation = explanation;
    }

    /// <summary>The model; null when it could not be fitted.</summary>
    public TModel? Model { get; }

    /// <summary>Why there is no model; null when there is one.</summary>
    public NotFittedReason? Reason { get; }

    /// <summary>The reason in one sentence for people; null when there is a model.</summary>
    public string? Explanation { get; }

    /// <summary>Whether there is a model.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Reason), nameof(Explanation))]
    public bool IsFitted => Model is not null;

    internal static FitOutcome<TModel> Fitted(TModel model) => new(model, null, null);

    internal static FitOutcome<TModel> NotFitted(NotFittedReason reason, string explanation) =>
        new(null, reason, explanation);
}
