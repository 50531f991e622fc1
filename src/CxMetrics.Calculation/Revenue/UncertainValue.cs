namespace CxMetrics.Calculation.Revenue;

/// <summary>A value of 0 or more with its standard error: revenue per account, a margin.</summary>
public readonly record struct UncertainValue
{
    /// <summary>Creates the value.</summary>
    /// <param name="value">The value, finite, 0 or more.</param>
    /// <param name="standardError">Its standard error, in its unit, finite, 0 or more; 0 for a value that is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public UncertainValue(double value, double standardError = 0)
    {
        ThrowIfInvalid(value, nameof(value));
        ThrowIfInvalid(standardError, nameof(standardError));
        Value = value;
        StandardError = standardError;
    }

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <summary>Its standard error, in its unit.</summary>
    public double StandardError { get; }

    /// <summary>The standard error over the value, squared; 0 for a value that is known.</summary>
    internal double RelativeVariance => StandardError > 0 ? StandardError / Value * (StandardError / Value) : 0;

    private static void ThrowIfInvalid(double number, string name)
    {
        if (!(number >= 0 && double.IsFinite(number)))
        {
            throw new ArgumentOutOfRangeException(name, number, "The number is finite and not negative.");
        }
    }
}
