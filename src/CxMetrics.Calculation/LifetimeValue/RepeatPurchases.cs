using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>What the fits of purchase models need to know of their customers as a whole.</summary>
internal static class RepeatPurchases
{
    /// <summary>What a reader can do where the likelihood has no maximum.</summary>
    public const string Remedy =
        "In these histories customers do not differ the way the model assumes; more customers or a longer observation may show it.";

    /// <summary>How many customers have repeat purchases, and how many repeat purchases there are.</summary>
    public static (long Customers, long Purchases) Count(ReadOnlySpan<CustomerHistory> customers)
    {
        long repeaters = 0;
        long purchases = 0;
        foreach (ref readonly CustomerHistory customer in customers)
        {
            repeaters += customer.Frequency > 0 ? 1 : 0;
            purchases += customer.Frequency;
        }

        return (repeaters, purchases);
    }

    /// <summary>Why a purchase model cannot be fitted to so few customers; null where it may be tried.</summary>
    public static FitOutcome<TModel>? Insufficient<TModel>(ReadOnlySpan<CustomerHistory> customers)
        where TModel : class
    {
        (long repeaters, _) = Count(customers);
        return (customers.Length, repeaters) switch
        {
            (< 2, _) => FitOutcome<TModel>.NotFitted(
                NotFittedReason.TooFewObservations,
                "How customers differ cannot be seen in fewer than two."
            ),
            (_, 0) => FitOutcome<TModel>.NotFitted(
                NotFittedReason.TooFewObservations,
                "No customer has made a repeat purchase."
            ),
            _ => null,
        };
    }

    /// <summary>
    /// The logarithm of the purchases per time of all customers together, time being divided by 2 to the power of
    /// <paramref name="exponent"/>; kept within e¹⁰ of 1, since it only starts a search.
    /// </summary>
    public static double LogRate(ReadOnlySpan<CustomerHistory> customers, int exponent)
    {
        double purchases = 0;
        double time = 0;
        foreach (ref readonly CustomerHistory customer in customers)
        {
            purchases += customer.Frequency;
            time += Math.ScaleB(customer.Age, -exponent);
        }

        return Math.Clamp(Math.Log(purchases / time), -10, 10);
    }
}
