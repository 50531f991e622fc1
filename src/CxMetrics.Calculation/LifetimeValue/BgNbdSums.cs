using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The log-likelihood of BG/NBD and its derivatives by ln r, ln α, ln a and ln b, four rows at a time.</summary>
internal struct BgNbdSums
{
    /// <summary>The number of sums.</summary>
    public const int Count = 15;

    private Vector256<double> _value;
    private Vector256<double> _r;
    private Vector256<double> _alpha;
    private Vector256<double> _a;
    private Vector256<double> _b;
    private Vector256<double> _rr;
    private Vector256<double> _rAlpha;
    private Vector256<double> _alphaAlpha;
    private Vector256<double> _ra;
    private Vector256<double> _rb;
    private Vector256<double> _alphaA;
    private Vector256<double> _alphaB;
    private Vector256<double> _aa;
    private Vector256<double> _ab;
    private Vector256<double> _bb;

    /// <summary>Adds −R ln(1 + T/α) − x ln α, without the last term, and its derivatives.</summary>
    /// <param name="weight">How often the rows count.</param>
    /// <param name="frequency">x; R is r + x.</param>
    /// <param name="r">r.</param>
    /// <param name="alpha">α.</param>
    /// <param name="age">T.</param>
    /// <param name="logAge">ln(1 + T/α).</param>
    public void AddAge(
        Vector256<double> weight,
        Vector256<double> frequency,
        Vector256<double> r,
        Vector256<double> alpha,
        Vector256<double> age,
        Vector256<double> logAge
    )
    {
        Vector256<double> total = alpha + age;
        Vector256<double> share = age / total;
        Vector256<double> rLog = weight * r * logAge;
        Vector256<double> rShare = weight * r * share;
        _value -= weight * (r + frequency) * logAge;
        _r -= rLog;
        _rr -= rLog;
        _alpha += rShare - (weight * frequency * alpha / total);
        _rAlpha += rShare;
        _alphaAlpha -= weight * (r + frequency) * share * alpha / total;
    }

    /// <summary>Adds ln(1 + eᵘ) and its derivatives, u being the log-odds of having dropped out.</summary>
    /// <param name="weight">How often the rows count.</param>
    /// <param name="softPlus">ln(1 + eᵘ).</param>
    /// <param name="dropped">The probability of having dropped out, eᵘ/(1 + eᵘ).</param>
    /// <param name="alive">Its complement.</param>
    /// <param name="byR">∂u/∂ln r, which is also ∂²u/∂(ln r)².</param>
    /// <param name="byRAlpha">∂²u/∂ln r ∂ln α.</param>
    /// <param name="byAlpha">∂u/∂ln α.</param>
    /// <param name="curvature">∂²u/∂(ln α)² divided by ∂u/∂ln α.</param>
    /// <param name="share">−∂u/∂ln b, that is b/(b + x − 1).</param>
    public void AddDropout(
        Vector256<double> weight,
        Vector256<double> softPlus,
        Vector256<double> dropped,
        Vector256<double> alive,
        Vector256<double> byR,
        Vector256<double> byRAlpha,
        Vector256<double> byAlpha,
        Vector256<double> curvature,
        Vector256<double> share
    )
    {
        Vector256<double> p = weight * dropped;
        Vector256<double> q = p * alive;
        _value += weight * softPlus;
        _r += p * byR;
        _alpha += p * byAlpha;
        _a += p;
        _b -= p * share;
        _rr += (p * byR) + (q * byR * byR);
        _rAlpha += (p * byRAlpha) + (q * byR * byAlpha);
        _alphaAlpha += (p * byAlpha * curvature) + (q * byAlpha * byAlpha);
        _ra += q * byR;
        _rb -= q * byR * share;
        _alphaA += q * byAlpha;
        _alphaB -= q * byAlpha * share;
        _aa += q;
        _ab -= q * share;
        _bb += (q * share * share) - (p * share * (Vector256<double>.One - share));
    }

    /// <summary>Adds the sums to those of a block: value, gradient, then the rows of the upper triangle of the Hessian.</summary>
    public readonly void AddTo(Span<double> sums)
    {
        sums[0] += Vector256.Sum(_value);
        sums[1] += Vector256.Sum(_r);
        sums[2] += Vector256.Sum(_alpha);
        sums[3] += Vector256.Sum(_a);
        sums[4] += Vector256.Sum(_b);
        sums[5] += Vector256.Sum(_rr);
        sums[6] += Vector256.Sum(_rAlpha);
        sums[7] += Vector256.Sum(_ra);
        sums[8] += Vector256.Sum(_rb);
        sums[9] += Vector256.Sum(_alphaAlpha);
        sums[10] += Vector256.Sum(_alphaA);
        sums[11] += Vector256.Sum(_alphaB);
        sums[12] += Vector256.Sum(_aa);
        sums[13] += Vector256.Sum(_ab);
        sums[14] += Vector256.Sum(_bb);
    }
}
