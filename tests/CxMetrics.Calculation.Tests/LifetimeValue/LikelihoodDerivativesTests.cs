using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>The derivatives that the fits climb along, against differences of the values that the models themselves give.</summary>
public sealed class LikelihoodDerivativesTests
{
    private const double Step = 1e-3;

    private static readonly CustomerHistory[] Customers =
    [
        new(0, 0, 0.9),
        new(0, 0, 0.3),
        new(0, 0, 0),
        new(1, 0.2, 0.8, 0.4),
        new(1, 0.2, 0.8, 0.4),
        new(2, 0.55, 0.55, 0.9),
        new(7, 0.71, 0.93, 0.6),
        new(3, 0, 0.6, 0.05),
        new(40, 0.6, 0.99, 0.7),
        new(2, 0.4, 0.7, 0.31),
        new(5, 0.4, 0.71, 0.99),
    ];

    private static readonly double[][] Points =
    [
        [-1.2, -1, 0.3, 1],
        [1.5, 0.4, -2, 0.2],
        [0.1, -2, 2, 3],
        [2, 2.5, 0.5, -1],
    ];

    [TestCaseSource(nameof(Points))]
    public void BgNbd_AnyPoint_HasTheValueOfTheModelAndItsDerivatives(double[] point) =>
        Check(BgNbdLikelihood(), point, p => Customers.Sum(c => BgNbdAt(p).LogLikelihood(c)));

    [TestCaseSource(nameof(Points))]
    public void ParetoNbd_AnyPoint_HasTheValueOfTheModelAndItsDerivatives(double[] point)
    {
        var columns = PurchaseColumns.Of(Customers);
        Check(
            new ParetoNbdLikelihood(columns, columns.Weights()),
            point,
            p => Customers.Sum(c => ParetoAt(p).LogLikelihood(c))
        );
    }

    [TestCaseSource(nameof(Points))]
    public void GammaGamma_AnyPoint_HasTheValueOfTheModelAndItsDerivatives(double[] point)
    {
        var columns = SpendColumns.Of(Customers);
        (double[] rows, double[] table) = columns.Weights();
        CustomerHistory Unscaled(CustomerHistory customer) =>
            customer with
            {
                MonetaryValue = Math.ScaleB(customer.MonetaryValue, -columns.Exponent),
            };
        Check(
            new GammaGammaLikelihood(columns, rows, table, isParallel: false),
            point[..3],
            p => Customers.Sum(c => GammaGammaAt(p).LogLikelihood(Unscaled(c)) ?? 0) + columns.SumOfLogMeans
        );
    }

    [Test]
    public void BgNbd_DrawnTwice_CountsTwice()
    {
        var columns = PurchaseColumns.Of(Customers);
        int[] draws = [.. Customers.Select((_, index) => index % 3)];
        CustomerHistory[] drawn = [.. Customers.SelectMany((c, index) => Enumerable.Repeat(c, draws[index]))];
        double[] gradient = new double[4];
        double value = new BgNbdLikelihood(columns, columns.Weights(draws), isParallel: false).Evaluate(
            Points[0],
            gradient,
            new double[16]
        );
        value.Should().BeApproximately(drawn.Sum(c => BgNbdAt(Points[0]).LogLikelihood(c)), 1e-10);
    }

    private static BgNbdLikelihood BgNbdLikelihood()
    {
        var columns = PurchaseColumns.Of(Customers);
        columns.Exponent.Should().Be(0, "the points are in the unit of the customers");
        return new BgNbdLikelihood(columns, columns.Weights(), isParallel: false);
    }

    private static void Check(ILogLikelihood likelihood, double[] point, Func<double[], double> model)
    {
        int size = likelihood.Dimension;
        double[] gradient = new double[size];
        double[] hessian = new double[size * size];
        double value = likelihood.Evaluate(point, gradient, hessian);
        value.Should().BeApproximately(model(point), 1e-12 * Math.Abs(value));
        double scale = gradient.Max(Math.Abs) + hessian.Max(Math.Abs);
        for (int index = 0; index < size; index++)
        {
            (double up, double[] upGradient) = At(likelihood, point, index, Step);
            (double down, double[] downGradient) = At(likelihood, point, index, -Step);
            gradient[index].Should().BeApproximately((up - down) / (2 * Step), 1e-5 * scale);
            for (int other = 0; other < size; other++)
            {
                double difference = (upGradient[other] - downGradient[other]) / (2 * Step);
                hessian[(index * size) + other].Should().BeApproximately(difference, 1e-5 * scale);
            }
        }
    }

    private static (double Value, double[] Gradient) At(
        ILogLikelihood likelihood,
        double[] point,
        int index,
        double step
    )
    {
        double[] moved = [.. point];
        moved[index] += step;
        double[] gradient = new double[point.Length];
        double value = likelihood.Evaluate(moved, gradient, new double[point.Length * point.Length]);
        return (value, gradient);
    }

    private static BgNbd BgNbdAt(double[] p) => new(Math.Exp(p[0]), Math.Exp(p[1]), Math.Exp(p[2]), Math.Exp(p[3]));

    private static ParetoNbd ParetoAt(double[] p) =>
        new(Math.Exp(p[0]), Math.Exp(p[1]), Math.Exp(p[2]), Math.Exp(p[3]));

    private static GammaGamma GammaGammaAt(double[] p) => new(Math.Exp(p[0]), Math.Exp(p[1]), Math.Exp(p[2]));
}
