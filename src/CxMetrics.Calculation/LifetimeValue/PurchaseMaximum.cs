using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The maximum of the likelihood of a model of purchases: what both models do alike.</summary>
/// <param name="Parameters">The parameters with their information.</param>
/// <param name="LogLikelihood">The log-likelihood in the unit of time of the customers.</param>
/// <param name="LargestGradient">What is left of the gradient, on the log scale.</param>
/// <param name="RepeatCustomers">How many customers have a repeat purchase.</param>
internal sealed record PurchaseMaximum(
    FittedParameters Parameters,
    double LogLikelihood,
    double LargestGradient,
    long RepeatCustomers
)
{
    private const string Remedy =
        "In these histories customers do not differ the way the model assumes; more customers or a longer observation may show it.";

    /// <summary>Searches the maximum.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="names">The names of the four parameters: the second is a scale of purchases, in units of time.</param>
    /// <param name="isLastScale">Whether the fourth is in units of time, too.</param>
    /// <param name="likelihood">Makes the likelihood of the customers in columns.</param>
    /// <param name="starts">First guesses of the first, third and fourth parameter in units of a typical age, the best first.</param>
    /// <exception cref="ArgumentException">A row cannot be; the message names it.</exception>
    public static FitOutcome<PurchaseMaximum> Find(
        ReadOnlySpan<CustomerHistory> customers,
        string[] names,
        bool isLastScale,
        Func<PurchaseColumns, ILogLikelihood> likelihood,
        ReadOnlySpan<(double First, double Third, double Fourth)> starts
    )
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        (long repeaters, long purchases) = Count(customers);
        if (Shortage(customers.Length, repeaters) is { } shortage)
        {
            return FitOutcome<PurchaseMaximum>.NotFitted(NotFittedReason.TooFewObservations, shortage);
        }

        var columns = PurchaseColumns.Of(customers);
        double logRate = LogRate(customers, columns.Exponent);
        double[][] logStarts = new double[starts.Length][];
        for (int index = 0; index < starts.Length; index++)
        {
            (double first, double third, double fourth) = starts[index];
            logStarts[index] = [Math.Log(first), Math.Log(first) - logRate, Math.Log(third), Math.Log(fourth)];
        }

        NewtonSearch search = MaximumSearch.From(likelihood(columns), logStarts);
        if (search.End != SearchEnd.Maximum)
        {
            return MaximumSearch.NotFitted<PurchaseMaximum>(search, names, Remedy);
        }

        int[] exponents = [0, columns.Exponent, 0, isLastScale ? columns.Exponent : 0];
        Caveats caveats = CustomerLifetimeValue.CaveatsOf(repeaters);
        return FitOutcome<PurchaseMaximum>.Fitted(
            new PurchaseMaximum(
                new FittedParameters(search, names, exponents, customers.Length, caveats),
                search.Value - (purchases * (columns.Exponent * Math.Log(2))),
                search.LargestGradient,
                repeaters
            )
        );
    }

    private static string? Shortage(int customers, long repeaters) =>
        customers < 2 ? "How customers differ cannot be seen in fewer than two."
        : repeaters == 0 ? "No customer has made a repeat purchase."
        : null;

    private static (long Repeaters, long Purchases) Count(ReadOnlySpan<CustomerHistory> customers)
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

    // The logarithm of the purchases per time of all customers together; kept within e¹⁰ of 1, since it only starts a search.
    private static double LogRate(ReadOnlySpan<CustomerHistory> customers, int exponent)
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
