namespace CxMetrics.Calculation.Support;

/// <summary>The contacts of one customer in a period, with what they are set against. Immutable.</summary>
public readonly record struct CustomerContacts
{
    private const double LeastExposure = 1e-100;
    private const double GreatestExposure = 1e100;

    /// <summary>Creates the pair.</summary>
    /// <param name="contacts">The number of contacts, 0 or more.</param>
    /// <param name="exposure">
    /// 1 for contacts per active customer, the number of orders for contacts per order; 0, or 1e-100 to 1e100.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of contacts is negative, or the exposure is outside its range.</exception>
    public CustomerContacts(long contacts, double exposure = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contacts);
        if (exposure is not (0 or (>= LeastExposure and <= GreatestExposure)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(exposure),
                exposure,
                "An exposure is 0, or from 1e-100 to 1e100."
            );
        }

        Contacts = contacts;
        Exposure = exposure;
    }

    /// <summary>The number of contacts.</summary>
    public long Contacts { get; }

    /// <summary>What they are set against.</summary>
    public double Exposure { get; }
}
