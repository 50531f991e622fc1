namespace CxMetrics.Calculation.Numerics;

/// <summary>Tails and quantiles of a beta or gamma distribution with shapes of some 30 or more, by a series in its signed root.</summary>
/// <remarks>
/// <para>
/// The density is e^(−φ) with one minimum of φ at the mode. In w = ±√(2(φ − φ(mode))) it is a normal density times dx/dw, so that the tail is
/// a sum of partial moments of the normal distribution: Temme's uniform expansion (Temme 1979 and 1982, SIAM Journal on Mathematical Analysis
/// 10, 757-766 and 13, 239-253) with a power series in w instead of coefficients in closed form. The distance y from the mode satisfies
/// y y' = w (σ² + ρσy − κy²) with the numbers of the <see cref="RootFamily"/>, which gives its coefficients one after another.
/// </para>
/// <para>
/// The series converges for |w| below √(4π s), s the least shape; as many terms are taken as the accuracy needs, and <see cref="Reaches"/> says
/// whether <see cref="MostTerms"/> suffice. Relative error of a limit against 60-digit values: below 1e-13.
/// </para>
/// </remarks>
internal static class RootSeries
{
    private const int MostTerms = 18;
    private const double LeastShape = 30;
    private const double Accuracy = 1e-14;

    /// <summary>Whether the shapes are large enough for the series near the centre.</summary>
    public static bool HasShape(double least) => least >= LeastShape;

    /// <summary>Whether the series is accurate this many standard deviations from the centre.</summary>
    public static bool Reaches(double least, double deviations) =>
        HasShape(least) && TermsFor(least, deviations) <= MostTerms;

    /// <summary>The distance from the mode, in σ, beyond which a probability lies above.</summary>
    /// <param name="family">The distribution.</param>
    /// <param name="probability">The probability above, from 0 to ½.</param>
    /// <param name="deviations">The standard normal quantile with the same probability above, as a start.</param>
    public static double UpperDistance(RootFamily family, double probability, double deviations)
    {
        Span<double> distances = stackalloc double[MostTerms + 2];
        Span<double> slopes = stackalloc double[MostTerms + 1];
        int terms = Fill(family, deviations, distances, slopes);
        double root = Root(slopes[..(terms + 1)], probability, deviations);
        return Polynomial(distances[..(terms + 2)], root);
    }

    /// <summary>Both tails at the point whose signed root is <paramref name="root"/>.</summary>
    public static TailProbabilities Tails(RootFamily family, double root)
    {
        Span<double> distances = stackalloc double[MostTerms + 2];
        Span<double> slopes = stackalloc double[MostTerms + 1];

        // Mirrored, so that it is always the smaller tail that is computed.
        bool isLower = root < 0;
        int terms = Fill(isLower ? family.Mirrored : family, root, distances, slopes);
        ReadOnlySpan<double> used = slopes[..(terms + 1)];
        double tail = Above(used, Math.Abs(root)) / Whole(used);
        return isLower ? new TailProbabilities(tail, 1 - tail) : new TailProbabilities(1 - tail, tail);
    }

    // Term k is about ((w² + k)/(4π min(a, b)))^(k/2) of the whole.
    private static int TermsFor(double least, double deviations)
    {
        double scale = 1 / (4 * Math.PI * least);
        double square = deviations * deviations;
        int terms = 4;
        while (terms <= MostTerms && Power((square + terms) * scale, terms / 2) > Accuracy)
        {
            terms += 2;
        }

        return terms;
    }

    private static double Power(double number, int exponent)
    {
        double power = number;
        for (int count = 1; count < exponent; count++)
        {
            power *= number;
        }

        return power;
    }

    // With y = σY and Q = Y²: Q[m + 1] = 2/(m + 1) (ρ Y[m − 1] − κ Q[m − 1] + [m = 1]).
    private static int Fill(RootFamily family, double deviations, Span<double> distances, Span<double> slopes)
    {
        int terms = TermsFor(family.LeastShape, deviations);
        double before = 0;
        double square = 1;
        distances[0] = 0;
        distances[1] = 1;
        slopes[0] = 1;
        for (int m = 2; m <= terms + 1; m++)
        {
            double next = 2.0 / (m + 1) * ((family.Skewness * distances[m - 1]) - (before * family.Curvature));
            before = square;
            square = next;
            distances[m] = (square - Inner(distances, m)) / 2;
            slopes[m - 1] = m * distances[m];
        }

        return terms;
    }

    /// <summary>Y[2]Y[m − 1] + Y[3]Y[m − 2] + … + Y[m − 1]Y[2].</summary>
    private static double Inner(ReadOnlySpan<double> distances, int m)
    {
        double sum = 0;
        int low = 2;
        int high = m - 1;
        while (low < high)
        {
            sum += distances[low] * distances[high];
            low++;
            high--;
        }

        return low == high ? (2 * sum) + (distances[low] * distances[low]) : 2 * sum;
    }

    // From Barndorff-Nielsen's r* turned round, steps of fourth order on the logarithm of the tail.
    private static double Root(ReadOnlySpan<double> slopes, double probability, double deviations)
    {
        double whole = Whole(slopes);
        double target = Math.Log(probability * whole);
        double root =
            deviations > 1 ? deviations + (Math.Log(Polynomial(slopes, deviations) / whole) / deviations) : deviations;
        double residual;
        do
        {
            (double slope, double first, double second) = Derivatives(slopes, root);
            double tail = Above(slopes, root);
            double hazard = StandardNormal.Density(root) * slope / tail;
            double relative = first / slope;
            double growth = relative - root + hazard;
            double change = (second / slope) - (relative * relative) - 1 + (hazard * growth);
            residual = Math.Log(tail) - target;
            root += TailStep.From(residual / hazard, growth, change);
        } while (Math.Abs(residual) > TailStep.Tolerance);

        return root;
    }

    private static double Whole(ReadOnlySpan<double> slopes)
    {
        double sum = 1;
        double moment = 1;
        for (int k = 2; k < slopes.Length; k += 2)
        {
            moment *= k - 1;
            sum += slopes[k] * moment;
        }

        return sum;
    }

    // The sum of slopes times ∫ sᵏ φ(s) ds from the root on, which is rootᵏ⁻¹ φ(root) + (k − 1) times that of k − 2.
    private static double Above(ReadOnlySpan<double> slopes, double root)
    {
        double density = StandardNormal.Density(root);
        double even = StandardNormal.LowerTail(-root);
        double odd = density;
        double sum = even + (slopes[1] * odd);
        for (int k = 2; k + 1 < slopes.Length; k += 2)
        {
            density *= root;
            even = density + ((k - 1) * even);
            density *= root;
            odd = density + (k * odd);
            sum += (slopes[k] * even) + (slopes[k + 1] * odd);
        }

        density *= root;
        return sum + (slopes[^1] * (density + ((slopes.Length - 2) * even)));
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum * x) + coefficients[k];
        }

        return sum;
    }

    /// <summary>The polynomial and its first two derivatives.</summary>
    private static (double Value, double First, double Second) Derivatives(ReadOnlySpan<double> coefficients, double x)
    {
        double value = 0;
        double first = 0;
        double half = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            half = (half * x) + first;
            first = (first * x) + value;
            value = (value * x) + coefficients[k];
        }

        return (value, first, 2 * half);
    }
}
