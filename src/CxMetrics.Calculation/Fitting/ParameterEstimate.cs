namespace CxMetrics.Calculation.Fitting;

/// <summary>One parameter of a fitted model with its uncertainty.</summary>
/// <param name="Name">The name of the parameter, as the source of the model writes it: r, alpha, a, b.</param>
/// <param name="Estimate">Its value, standard error and interval (<see cref="IntervalMethodNames.DeltaLog"/>) from the observed information.</param>
public readonly record struct ParameterEstimate(string Name, Estimate Estimate);
