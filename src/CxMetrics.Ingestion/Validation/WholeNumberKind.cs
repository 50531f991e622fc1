namespace CxMetrics.Ingestion.Validation;

internal enum WholeNumberKind
{
    Whole,
    Fraction,

    /// <summary>A whole number beyond 32 bits.</summary>
    Huge,
    NotANumber,
}
