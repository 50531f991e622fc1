using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>Over which time, at which discount and at which margin a lifetime value is taken. Immutable.</summary>
/// <remarks>
/// The value of one active customer per unit of spend is Σ dᵐ (G(m) − G(m − 1)) over the periods m = 1 … M, with G the expected purchases up to the
/// end of a period and d = 1/(1 + rate); or, with <see cref="DiscountTiming.Continuous"/>, ∫ e^(−δt) dG(t) with δ = ln(1 + rate) per period.
/// </remarks>
public sealed record LifetimeValueTerms
{
    /// <summary>36 months, the horizon unless another is asked for.</summary>
    public const int DefaultMonths = 36;

    /// <summary>10 % a year, the discount rate unless another is asked for.</summary>
    public const double DefaultAnnualRate = 0.1;

    private const int MostPeriods = 12_000;
    private const double NothingLeft = 50;
    private const double LargestChange = 12;

    private LifetimeValueTerms() { }

    /// <summary>The number of periods.</summary>
    public required int Periods { get; init; }

    /// <summary>The length of a period, in the unit of time of the histories.</summary>
    public required double PeriodLength { get; init; }

    /// <summary>The discount rate per period, 0 or more.</summary>
    public required double RatePerPeriod { get; init; }

    /// <summary>The share of revenue that counts as value, above 0 and up to 1. At 1 the value is one of revenue.</summary>
    public required double Margin { get; init; }

    /// <summary>To which moment of its period a purchase is discounted.</summary>
    public required DiscountTiming Timing { get; init; }

    /// <summary>The horizon, in the unit of time of the histories.</summary>
    public double Horizon => Periods * PeriodLength;

    /// <summary>Terms in months with a discount rate per year.</summary>
    /// <param name="monthLength">The length of a month in the unit of time of the histories: 1 for months, 4.345 for weeks, 30.4375 for days.</param>
    /// <param name="months">The number of months, from 1 to 12,000.</param>
    /// <param name="annualRate">The discount rate per year, 0 or more; (1 + rate)^(1/12) − 1 per month.</param>
    /// <param name="margin">The share of revenue that counts as value, above 0 and up to 1.</param>
    /// <param name="timing">To which moment of its month a purchase is discounted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the timing is unknown.</exception>
    public static LifetimeValueTerms Monthly(
        double monthLength,
        int months = DefaultMonths,
        double annualRate = DefaultAnnualRate,
        double margin = 1,
        DiscountTiming timing = DiscountTiming.EndOfPeriod
    )
    {
        ThrowIfNotRate(annualRate, nameof(annualRate));
        ThrowIfNotLength(monthLength, nameof(monthLength));
        ThrowIfNotCount(months, nameof(months));
        double monthlyRate = ExpMinusOne.Of(LogOnePlus.Of(annualRate) / 12);
        return FromPeriods(months, monthLength, monthlyRate, margin, timing);
    }

    /// <summary>Terms in periods of any length.</summary>
    /// <param name="periods">The number of periods, from 1 to 12,000.</param>
    /// <param name="periodLength">The length of a period in the unit of time of the histories, above 0.</param>
    /// <param name="ratePerPeriod">The discount rate per period, 0 or more.</param>
    /// <param name="margin">The share of revenue that counts as value, above 0 and up to 1.</param>
    /// <param name="timing">To which moment of its period a purchase is discounted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the timing is unknown.</exception>
    public static LifetimeValueTerms FromPeriods(
        int periods,
        double periodLength,
        double ratePerPeriod,
        double margin = 1,
        DiscountTiming timing = DiscountTiming.EndOfPeriod
    )
    {
        ThrowIfNotCount(periods, nameof(periods));
        ThrowIfNotLength(periodLength, nameof(periodLength));
        ThrowIfNotRate(ratePerPeriod, nameof(ratePerPeriod));
        if (!(margin > 0 && margin <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is above 0 and at most 1.");
        }

        if (!Enum.IsDefined(timing))
        {
            throw new ArgumentOutOfRangeException(nameof(timing), timing, "Unknown timing.");
        }

        return new LifetimeValueTerms
        {
            Periods = periods,
            PeriodLength = periodLength,
            RatePerPeriod = ratePerPeriod,
            Margin = margin,
            Timing = timing,
        };
    }

    /// <summary>Times tᵢ and weights wᵢ with discounted purchases = Σwᵢ G(tᵢ), the margin not included; the same for all customers of a model.</summary>
    /// <param name="alpha">The rate of the distribution of purchase rates: G bends no faster than over a time of α.</param>
    internal (double[] Times, double[] Weights) Discounting(double alpha) =>
        Timing switch
        {
            DiscountTiming.EndOfPeriod => AtEnds(),
            DiscountTiming.Continuous => Continuously(alpha),
        };

    // Summed by parts, so that every weight is positive.
    private (double[] Times, double[] Weights) AtEnds()
    {
        List<double> times = [];
        List<double> weights = [];
        double log = LogOnePlus.Of(RatePerPeriod);
        for (int period = 1; period <= Periods; period++)
        {
            double discount = Math.Exp(-period * log);
            double weight = period == Periods ? discount : discount * (RatePerPeriod / (1 + RatePerPeriod));
            if (weight > 0)
            {
                times.Add(period * PeriodLength);
                weights.Add(weight);
            }
        }

        return ([.. times], [.. weights]);
    }

    // By parts e^(-δH) G(H) + δ∫e^(-δt) G(t) dt, the integral by Gauss-Legendre panels in ln(α + t), in which G is analytic within π of the axis.
    private (double[] Times, double[] Weights) Continuously(double alpha)
    {
        List<double> times = [];
        List<double> weights = [];
        double delta = LogOnePlus.Of(RatePerPeriod) / PeriodLength;
        double end = delta > 0 ? Math.Min(Horizon, NothingLeft / delta) : Horizon;
        double left = alpha;
        while (delta > 0 && left < alpha + end)
        {
            double right = Math.Min(alpha + end, Math.Min(left * Math.Exp(2), left + (LargestChange / delta)));
            double halfWidth = Math.Log(right / left) / 2;
            for (int index = 0; index < GaussLegendrePanel.Points.Length; index++)
            {
                double length = left * Math.Exp(halfWidth * (1 + GaussLegendrePanel.Points[index]));
                double time = length - alpha;
                times.Add(time);
                weights.Add(delta * Math.Exp(-delta * time) * halfWidth * GaussLegendrePanel.Weights[index] * length);
            }

            left = right;
        }

        times.Add(end);
        weights.Add(Math.Exp(-delta * end));
        return ([.. times], [.. weights]);
    }

    private static void ThrowIfNotCount(int periods, string name)
    {
        if (periods is < 1 or > MostPeriods)
        {
            throw new ArgumentOutOfRangeException(name, periods, "The number of periods is from 1 to 12,000.");
        }
    }

    private static void ThrowIfNotLength(double length, string name)
    {
        if (!(length > 0 && double.IsFinite(length * MostPeriods)))
        {
            throw new ArgumentOutOfRangeException(name, length, "The length of a period is finite and above 0.");
        }
    }

    private static void ThrowIfNotRate(double rate, string name)
    {
        if (!(rate >= 0 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(name, rate, "A discount rate is finite and not negative.");
        }
    }
}
