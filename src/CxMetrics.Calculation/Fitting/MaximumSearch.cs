namespace CxMetrics.Calculation.Fitting;

/// <summary>A search for a maximum from several starts, and what to say where there is none.</summary>
internal static class MaximumSearch
{
    // From here on a parameter counts as on its way to infinity, and its reciprocal as on its way to 0.
    private const double Far = 7;

    // A difference of log-likelihoods that is more than rounding.
    private const double Noticeable = 1e-7;

    /// <summary>The search that ended highest.</summary>
    /// <param name="likelihood">The log-likelihood.</param>
    /// <param name="starts">
    /// The logarithms of first guesses, the best guess first. Later ones are tried only where no maximum was found, or one so shallow that there
    /// may be a higher one elsewhere, or none.
    /// </param>
    public static NewtonSearch From(ILogLikelihood likelihood, params ReadOnlySpan<double[]> starts)
    {
        NewtonSearch best = NewtonSearch.From(likelihood, starts[0]);
        for (int index = 1; index < starts.Length && !IsSharp(best); index++)
        {
            NewtonSearch next = NewtonSearch.From(likelihood, starts[index]);
            best = IsBetter(next, best) ? next : best;
        }

        return best;
    }

    // No combination of log-parameters has a standard error above 1.
    private static bool IsSharp(NewtonSearch search) => search.End == SearchEnd.Maximum && search.LeastInformation > 1;

    private static bool IsBetter(NewtonSearch next, NewtonSearch best)
    {
        if (!double.IsFinite(best.Value))
        {
            return true;
        }

        double gain = next.Value - best.Value;
        return best.End == SearchEnd.Maximum ? gain > Noticeable
            : next.End == SearchEnd.Maximum ? gain > -Noticeable
            : gain > 0;
    }

    /// <summary>Why the best search found no maximum.</summary>
    public static FitOutcome<TModel> NotFitted<TModel>(NewtonSearch search, ReadOnlySpan<string> names, string remedy)
        where TModel : class
    {
        if (search.End == SearchEnd.Stuck)
        {
            return FitOutcome<TModel>.NotFitted(
                NotFittedReason.DidNotConverge,
                "The search for the maximum of the likelihood did not settle."
            );
        }

        string[] ways =
        [
            .. Way(search, names, 1, "grows", "grow", "without bound"),
            .. Way(search, names, -1, "falls", "fall", "to 0"),
        ];
        string way =
            ways.Length > 0 ? $"it keeps rising as {string.Join(", and ", ways)}" : "it is flat where it is highest";
        return FitOutcome<TModel>.NotFitted(
            NotFittedReason.NoMaximum,
            $"The likelihood has no maximum: {way}. {remedy}"
        );
    }

    // What goes one way: "r and alpha grow without bound".
    private static string[] Way(
        NewtonSearch search,
        ReadOnlySpan<string> names,
        int sign,
        string singular,
        string plural,
        string where
    )
    {
        List<string> those = [];
        for (int index = 0; index < names.Length; index++)
        {
            if (sign * search.Position[index] > Far)
            {
                those.Add(names[index]);
            }
        }

        string verb = those.Count == 1 ? singular : plural;
        return those.Count == 0 ? [] : [$"{string.Join(" and ", those)} {verb} {where}"];
    }
}
