using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The odds J of having dropped out against being active, in the Pareto/NBD model, with derivatives of ln(1 + J).</summary>
/// <remarks>
/// A customer who dropped out did so at some moment τ between the last purchase and the end of observation:
/// J = ∫ s ((α + T)/(α + τ))^(r + x) ((β + T)/(β + τ))^s / (β + τ) dτ over tₓ to T. This is the second term of the likelihood of Schmittlein,
/// Morrison and Colombo (1987) before it is written with Gauss hypergeometric functions: positive, without cases for α ≥ β and α &lt; β, and its
/// derivatives by the parameters are moments of the same integrand. With v = ln((min(α, β) + τ)/(min(α, β) + tₓ)) the nearest singularities
/// are π off the axis, and the time since the last purchase keeps its digits where α and β are much longer.
/// </remarks>
internal struct DropoutIntegral : IPanelTerms
{
    // e to a larger power may be no double.
    private const double Large = 700;

    private readonly double _shape;
    private readonly double _r;
    private readonly double _alpha;
    private readonly double _s;
    private readonly double _beta;
    private readonly double _silence;
    private readonly double _least;
    private readonly double _alphaBought;
    private readonly double _betaBought;
    private readonly double _alphaAge;
    private readonly double _betaAge;
    private readonly bool _hasDerivatives;
    private Derivatives _moments;

    private DropoutIntegral(ParetoNbd model, double frequency, double recency, double age, bool hasDerivatives)
    {
        _r = model.R;
        _alpha = model.Alpha;
        _s = model.S;
        _beta = model.Beta;
        _shape = _r + frequency;
        _silence = age - recency;
        _alphaBought = _alpha + recency;
        _betaBought = _beta + recency;
        _least = Math.Min(_alphaBought, _betaBought);
        _alphaAge = _alpha + age;
        _betaAge = _beta + age;
        _hasDerivatives = hasDerivatives;
    }

    /// <summary>ln J; minus infinity where the last purchase was at the end of observation.</summary>
    public static double LogOdds(ParetoNbd model, double frequency, double recency, double age)
    {
        var integral = new DropoutIntegral(model, frequency, recency, age, hasDerivatives: false);
        double start = integral.Run();
        return start + Math.Log(integral._moments.Total);
    }

    /// <summary>Adds the value of ln(1 + J) and its derivatives by ln r, ln α, ln s and ln β to sums of a likelihood.</summary>
    public static void AddTo(
        Span<double> sums,
        double weight,
        ParetoNbd model,
        double frequency,
        double recency,
        double age
    )
    {
        var integral = new DropoutIntegral(model, frequency, recency, age, hasDerivatives: true);
        double logOdds = integral.Run() + Math.Log(integral._moments.Total);
        if (double.IsNegativeInfinity(logOdds))
        {
            return;
        }

        double rest = Math.Exp(-Math.Abs(logOdds));
        sums[0] += weight * (Math.Max(0, logOdds) + LogOnePlus.Of(rest));
        double dropped = (logOdds > 0 ? 1 : rest) / (1 + rest);
        integral._moments.AddWeighted(sums, weight, dropped);
    }

    /// <inheritdoc/>
    public readonly double Log(double point)
    {
        (double left, double atAlpha, double atBeta) = At(point);
        double atLeast = Math.Min(atAlpha, atBeta);
        return Math.Log(_s * (atLeast / atBeta))
            + (_shape * LogOnePlus.Of(left, atAlpha))
            + (_s * LogOnePlus.Of(left, atBeta));
    }

    /// <inheritdoc/>
    public void Add(double point, double share)
    {
        _moments.Total += share;
        if (!_hasDerivatives)
        {
            return;
        }

        (double left, double atAlpha, double atBeta) = At(point);
        double byR = _r * LogOnePlus.Of(left / atAlpha);
        double alphaSlope = -_alpha * (left / (_alphaAge * atAlpha));
        double byAlpha = _shape * alphaSlope;
        double byS = _s * LogOnePlus.Of(left / atBeta);
        double betaSlope = -_s * _beta * (left / (_betaAge * atBeta));
        double betaShare = _beta / atBeta;
        _moments.Include(
            share,
            (byR, byAlpha, 1 + byS, betaSlope - betaShare),
            (
                byR,
                _r * alphaSlope,
                byAlpha * (1 - (_alpha / _alphaAge) - (_alpha / atAlpha)),
                byS,
                betaSlope,
                (betaSlope * (1 - (_beta / _betaAge) - betaShare)) - (betaShare * (1 - betaShare))
            )
        );
    }

    private double Run() => LogConcaveQuadrature.Integrate(ref this, 0, LogOnePlus.Of(_silence, _least));

    // The time from τ to the end of observation, α + τ and β + τ.
    private readonly (double Left, double Alpha, double Beta) At(double point)
    {
        double since = point < Large ? _least * ExpMinusOne.Of(point) : Math.Exp(Math.Log(_least) + point);
        double passed = Math.Min(since, _silence);
        return (_silence - passed, _alphaBought + passed, _betaBought + passed);
    }

    /// <summary>Moments of the first derivatives of the logarithm of the integrand, and means of the second ones.</summary>
    private struct Derivatives
    {
        public double Total;
        private double _r;
        private double _alpha;
        private double _s;
        private double _beta;
        private double _rr;
        private double _rAlpha;
        private double _rs;
        private double _rBeta;
        private double _alphaAlpha;
        private double _alphaS;
        private double _alphaBeta;
        private double _ss;
        private double _sBeta;
        private double _betaBeta;

        public void Include(
            double share,
            (double R, double Alpha, double S, double Beta) first,
            (double RR, double RAlpha, double AlphaAlpha, double SS, double SBeta, double BetaBeta) second
        )
        {
            (double r, double alpha, double s, double beta) = first;
            _r += share * r;
            _alpha += share * alpha;
            _s += share * s;
            _beta += share * beta;
            _rr += share * ((r * r) + second.RR);
            _rAlpha += share * ((r * alpha) + second.RAlpha);
            _rs += share * r * s;
            _rBeta += share * r * beta;
            _alphaAlpha += share * ((alpha * alpha) + second.AlphaAlpha);
            _alphaS += share * alpha * s;
            _alphaBeta += share * alpha * beta;
            _ss += share * ((s * s) + second.SS);
            _sBeta += share * ((s * beta) + second.SBeta);
            _betaBeta += share * ((beta * beta) + second.BetaBeta);
        }

        // With D = J/(1 + J) and means over the integrand: D E[f'] and D E[f'' + f'f'ᵀ] - D² E[f'] E[f']ᵀ.
        public readonly void AddWeighted(Span<double> sums, double weight, double dropped)
        {
            double scale = dropped / Total;
            double r = scale * _r;
            double alpha = scale * _alpha;
            double s = scale * _s;
            double beta = scale * _beta;
            sums[1] += weight * r;
            sums[2] += weight * alpha;
            sums[3] += weight * s;
            sums[4] += weight * beta;
            sums[5] += weight * ((scale * _rr) - (r * r));
            sums[6] += weight * ((scale * _rAlpha) - (r * alpha));
            sums[7] += weight * ((scale * _rs) - (r * s));
            sums[8] += weight * ((scale * _rBeta) - (r * beta));
            sums[9] += weight * ((scale * _alphaAlpha) - (alpha * alpha));
            sums[10] += weight * ((scale * _alphaS) - (alpha * s));
            sums[11] += weight * ((scale * _alphaBeta) - (alpha * beta));
            sums[12] += weight * ((scale * _ss) - (s * s));
            sums[13] += weight * ((scale * _sBeta) - (s * beta));
            sums[14] += weight * ((scale * _betaBeta) - (beta * beta));
        }
    }
}
