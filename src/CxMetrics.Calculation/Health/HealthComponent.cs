namespace CxMetrics.Calculation.Health;

/// <summary>One measure of a health score, as it is declared. Immutable.</summary>
public sealed record HealthComponent
{
    /// <summary>Declares a component.</summary>
    /// <param name="key">Its key, not empty.</param>
    /// <param name="weight">Its weight against the other components, above 0 and finite; weights need not add up to anything.</param>
    /// <param name="curve">What its values are worth.</param>
    /// <param name="validity">
    /// How old a reading may be, above 0: for example 180 days for surveys, 90 for tickets, 45 for billing, 14 for usage.
    /// </param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite and above 0, or the validity is not above 0.</exception>
    public HealthComponent(string key, double weight, HealthCurve curve, TimeSpan validity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validity, TimeSpan.Zero);
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, $"The weight of '{key}' is above 0.");
        }

        Key = key;
        Weight = weight;
        Curve = curve;
        Validity = validity;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The weight against the other components.</summary>
    public double Weight { get; }

    /// <summary>What its values are worth.</summary>
    public HealthCurve Curve { get; }

    /// <summary>How old a reading may be; one of just this age still counts.</summary>
    public TimeSpan Validity { get; }
}
