namespace CxMetrics.Calculation.Fitting;

/// <summary>A log-likelihood as a function of the logarithms of positive parameters, with its first two derivatives.</summary>
internal interface ILogLikelihood
{
    /// <summary>The number of parameters.</summary>
    int Dimension { get; }

    /// <summary>The value at a point; fills the gradient and the Hessian (row by row, both triangles).</summary>
    double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient, Span<double> hessian);
}
