using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.Drivers;

/// <summary>The linear regression of a standardized outcome on standardized drivers, and what follows from its triangle.</summary>
internal sealed class LeastSquares
{
    // A driver of which less than this is left beside others is a combination of them; below it the decompositions of R² lose their digits.
    private const double Tolerance = 1e-6;

    /// <summary>
    /// As a squared share of the length of the outcome: rounding. Drivers that give the outcome exactly leave as much, and drivers without
    /// any association explain as much.
    /// </summary>
    public const double Negligible = 1e-26;

    private readonly double[] _inverse;

    private LeastSquares(int drivers, double[] inverse, double[] among, double[] withOutcome)
    {
        Drivers = drivers;
        _inverse = inverse;
        CorrelationsAmong = among;
        CorrelationsWithOutcome = withOutcome;
        Coefficients = new double[drivers];
        VarianceInflation = new double[drivers];
    }

    public int Drivers { get; }

    /// <summary>Standardized coefficients β.</summary>
    public double[] Coefficients { get; }

    /// <summary>1/(1 − R²) of each driver on the others, the diagonal of the inverse correlation matrix.</summary>
    public double[] VarianceInflation { get; }

    /// <summary>The correlations among the drivers, k × k.</summary>
    public double[] CorrelationsAmong { get; }

    /// <summary>The correlations of the drivers with the outcome.</summary>
    public double[] CorrelationsWithOutcome { get; }

    /// <summary>The explained share of the variance, R².</summary>
    public double Explained { get; private init; }

    /// <summary>1 − R², to full relative precision; 0 where the drivers give the outcome exactly.</summary>
    public double Unexplained { get; private init; }

    /// <summary>Fits; overwrites the numbers of the table.</summary>
    public static FitOutcome<LeastSquares> Consume(StandardizedTable table)
    {
        int k = table.Drivers;
        double[] triangle = OrthogonalTriangle.Reduce(table.Numbers, k + 1);
        if (CollinearDriver(triangle, k) is { } driver)
        {
            return FitOutcome<LeastSquares>.NotFitted(
                NotFittedReason.NoVariation,
                Explain(triangle, table.Source.Names, driver)
            );
        }

        double[] projections = new double[k];
        double explained = 0;
        for (int row = 0; row < k; row++)
        {
            projections[row] = triangle[(row * (k + 1)) + k];
            explained += projections[row] * projections[row];
        }

        double rest = triangle[^1] * triangle[^1];
        LeastSquares fit = new(k, InverseOf(triangle, k), CrossProducts(triangle, k), WithOutcome(triangle, k))
        {
            Explained = explained < Negligible ? 0 : Math.Min(1, explained),
            Unexplained = rest < Negligible ? 0 : rest,
        };
        fit.Solve(projections);
        return fit.NearlyCollinearDriver() is { } nearly
            ? FitOutcome<LeastSquares>.NotFitted(
                NotFittedReason.NoVariation,
                $"'{table.Source.Names[nearly]}' is nearly a linear combination of the other drivers."
            )
            : FitOutcome<LeastSquares>.Fitted(fit);
    }

    /// <summary>mᵀC⁻¹m with the correlation matrix C of the drivers.</summary>
    public double InverseForm(ReadOnlySpan<double> vector)
    {
        double form = 0;
        for (int column = 0; column < Drivers; column++)
        {
            double sum = 0;
            for (int row = 0; row <= column; row++)
            {
                sum += _inverse[(row * Drivers) + column] * vector[row];
            }

            form += sum * sum;
        }

        return form;
    }

    private void Solve(ReadOnlySpan<double> projections)
    {
        for (int row = 0; row < Drivers; row++)
        {
            for (int column = row; column < Drivers; column++)
            {
                double element = _inverse[(row * Drivers) + column];
                Coefficients[row] += element * projections[column];
                VarianceInflation[row] += element * element;
            }
        }
    }

    // Every diagonal may be large and the drivers still be collinear together (Kahan 1966); what they inflate shows it.
    private int? NearlyCollinearDriver()
    {
        int worst = VarianceInflation.AsSpan().IndexOf(VarianceInflation.Max());
        return VarianceInflation[worst] < 1 / (Tolerance * Tolerance) ? null : worst;
    }

    private static int? CollinearDriver(ReadOnlySpan<double> triangle, int k)
    {
        for (int driver = 0; driver < k; driver++)
        {
            if (!(Math.Abs(triangle[(driver * (k + 1)) + driver]) > Tolerance))
            {
                return driver;
            }
        }

        return null;
    }

    // The combination is read off the column of the driver, those before it being independent.
    private static string Explain(ReadOnlySpan<double> triangle, IReadOnlyList<string> names, int driver)
    {
        int side = names.Count + 1;
        double[] combination = new double[driver];
        for (int row = driver - 1; row >= 0; row--)
        {
            double rest = triangle[(row * side) + driver];
            for (int column = row + 1; column < driver; column++)
            {
                rest -= triangle[(row * side) + column] * combination[column];
            }

            combination[row] = rest / triangle[(row * side) + row];
        }

        IEnumerable<string> others = names
            .Take(driver)
            .Where((_, index) => Math.Abs(combination[index]) > Tolerance)
            .Select(name => $"'{name}'");
        return $"'{names[driver]}' is a linear combination of {string.Join(", ", others)}.";
    }

    // Column by column: the inverse of an upper triangle is one.
    private static double[] InverseOf(ReadOnlySpan<double> triangle, int k)
    {
        double[] inverse = new double[k * k];
        for (int column = 0; column < k; column++)
        {
            inverse[(column * k) + column] = 1 / triangle[(column * (k + 1)) + column];
            for (int row = column - 1; row >= 0; row--)
            {
                double sum = 0;
                for (int inner = row + 1; inner <= column; inner++)
                {
                    sum += triangle[(row * (k + 1)) + inner] * inverse[(inner * k) + column];
                }

                inverse[(row * k) + column] = -sum / triangle[(row * (k + 1)) + row];
            }
        }

        return inverse;
    }

    private static double[] CrossProducts(ReadOnlySpan<double> triangle, int k)
    {
        double[] products = new double[k * k];
        for (int row = 0; row < k; row++)
        {
            for (int column = 0; column < k; column++)
            {
                products[(row * k) + column] = row == column ? 1 : CrossProduct(triangle, k + 1, row, column);
            }
        }

        return products;
    }

    private static double[] WithOutcome(ReadOnlySpan<double> triangle, int k)
    {
        double[] products = new double[k];
        for (int driver = 0; driver < k; driver++)
        {
            products[driver] = CrossProduct(triangle, k + 1, driver, k);
        }

        return products;
    }

    private static double CrossProduct(ReadOnlySpan<double> triangle, int side, int first, int second)
    {
        double sum = 0;
        for (int row = 0; row <= Math.Min(first, second); row++)
        {
            sum += triangle[(row * side) + first] * triangle[(row * side) + second];
        }

        return sum;
    }
}
