using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Fitting;

/// <summary>The search for the maximum of a log-likelihood by Newton steps, and what it found.</summary>
/// <remarks>
/// Newton's method along the eigenvectors of the Hessian: where the function curves upwards, or hardly curves, the step still climbs, at the
/// length that the curvature suggests (Dauphin et al. 2014, Advances in Neural Information Processing Systems 27), and no component is longer
/// than a radius that grows with success and shrinks with failure (Nocedal and Wright 2006, Numerical Optimization, chapter 4). So
/// long flat ridges are walked along instead of crept along. The search ends where the Newton decrement gᵀ(−H)⁻¹g, the squared distance to the
/// maximum in standard errors, is below 1e-18, or as low as rounding allows. That is a maximum when every eigenvalue of −H is above 1e-6, which leaves no
/// combination of log-parameters with a standard error above 1,000; otherwise the function is flat and has none that data could tell.
/// The search region is 1e-7 to 1e7 for every parameter: a likelihood that still rises there has no maximum inside.
/// MathNet (5.0.0) offers Newton's method without the test of definiteness.
/// </remarks>
internal sealed class NewtonSearch
{
    /// <summary>The logarithm of the largest parameter of the search region; the smallest is its reciprocal.</summary>
    public const double Bound = 16.118095650958319;

    private const int MostSteps = 300;
    private const double LargestRadius = 2;
    private const double SmallestRadius = 1e-10;
    private const double NoDistance = 1e-18;
    private const double NoDistanceButRounding = 1e-10;
    private const double LeastCurvature = 1e-6;
    private const double LeastGainShare = 1e-4;
    private const double RoundingOfValue = 1e-13;

    private readonly ILogLikelihood _likelihood;
    private readonly int _size;
    private readonly double[] _step;
    private double[] _position;
    private double[] _gradient;
    private double[] _hessian;
    private double[] _trialPosition;
    private double[] _trialGradient;
    private double[] _trialHessian;
    private double _radius = LargestRadius;
    private double _decrement = double.PositiveInfinity;

    private NewtonSearch(ILogLikelihood likelihood, ReadOnlySpan<double> start)
    {
        _likelihood = likelihood;
        _size = likelihood.Dimension;
        _step = new double[_size];
        _position = start.ToArray();
        _gradient = new double[_size];
        _hessian = new double[_size * _size];
        _trialPosition = new double[_size];
        _trialGradient = new double[_size];
        _trialHessian = new double[_size * _size];
        Information = new SymmetricEigen(_size);
        Value = likelihood.Evaluate(_position, _gradient, _hessian);
    }

    /// <summary>How the search ended.</summary>
    public SearchEnd End { get; private set; } = SearchEnd.Stuck;

    /// <summary>The logarithms of the parameters where it ended.</summary>
    public ReadOnlySpan<double> Position => _position;

    /// <summary>The log-likelihood there.</summary>
    public double Value { get; private set; }

    /// <summary>The observed information there, minus the Hessian on the log scale, in eigenvalues and eigenvectors.</summary>
    public SymmetricEigen Information { get; }

    /// <summary>The smallest eigenvalue of the information.</summary>
    public double LeastInformation
    {
        get
        {
            double least = double.PositiveInfinity;
            foreach (double eigenvalue in Information.Values)
            {
                least = Math.Min(least, eigenvalue);
            }

            return least;
        }
    }

    /// <summary>The largest component of the gradient on the log scale.</summary>
    public double LargestGradient
    {
        get
        {
            double largest = 0;
            foreach (double component in _gradient)
            {
                largest = Math.Max(largest, Math.Abs(component));
            }

            return largest;
        }
    }

    /// <summary>Searches from the logarithms of first guesses.</summary>
    public static NewtonSearch From(ILogLikelihood likelihood, ReadOnlySpan<double> start)
    {
        NewtonSearch search = new(likelihood, start);
        search.Run();
        return search;
    }

    private void Run()
    {
        for (int count = 0; count < MostSteps && IsNumber(); count++)
        {
            Information.DecomposeNegative(_hessian);
            if (HasArrived())
            {
                End = LeastInformation > LeastCurvature ? SearchEnd.Maximum : SearchEnd.Edge;
                return;
            }

            if (!TryStep())
            {
                return;
            }

            if (IsAtEdge())
            {
                End = SearchEnd.Edge;
                return;
            }
        }
    }

    private bool IsNumber()
    {
        bool isNumber = double.IsFinite(Value);
        foreach (double element in _hessian)
        {
            isNumber &= double.IsFinite(element);
        }

        return isNumber && double.IsFinite(LargestGradient);
    }

    private double AlongEigenvector(int index)
    {
        double slope = 0;
        for (int row = 0; row < _size; row++)
        {
            slope += _gradient[row] * Information.Vector(row, index);
        }

        return slope;
    }

    private bool HasArrived()
    {
        double before = _decrement;
        _decrement = 0;
        for (int index = 0; index < _size; index++)
        {
            double slope = AlongEigenvector(index);
            _decrement += slope * slope / Math.Max(Math.Abs(Information.Values[index]), double.Epsilon);
        }

        // Far from a maximum the decrement says nothing; near one it falls quadratically until it is made of rounding.
        bool isConcave = LeastInformation > -LeastCurvature;
        bool isRounding = _decrement <= NoDistanceButRounding && _decrement > before / 4;
        return isConcave && (_decrement <= NoDistance || isRounding);
    }

    // Takes the step, or shorter ones until one rises enough; false when none does.
    private bool TryStep()
    {
        while (_radius > SmallestRadius)
        {
            double predicted = FindStep();
            double trial = _likelihood.Evaluate(_trialPosition, _trialGradient, _trialHessian);
            double gain = trial - Value;
            if (gain >= (LeastGainShare * predicted) - (RoundingOfValue * Math.Abs(Value)))
            {
                Value = trial;
                (_position, _trialPosition) = (_trialPosition, _position);
                (_gradient, _trialGradient) = (_trialGradient, _gradient);
                (_hessian, _trialHessian) = (_trialHessian, _hessian);
                _radius = gain > predicted / 2 ? Math.Min(2 * _radius, LargestRadius) : _radius;
                return true;
            }

            _radius = Math.Min(_radius, LongestComponent()) / 4;
        }

        return false;
    }

    // Returns the gain that the quadratic model predicts, at least half of the gain along the gradient.
    private double FindStep()
    {
        Array.Clear(_step);
        double predicted = 0;
        for (int index = 0; index < _size; index++)
        {
            double slope = AlongEigenvector(index);
            double eigenvalue = Information.Values[index];
            double curvature = Math.Max(Math.Abs(eigenvalue), double.Epsilon);
            double length = Math.Clamp(slope / curvature, -_radius, _radius);
            predicted += (slope * length) - (Math.Max(eigenvalue, 0) * length * length / 2);
            for (int row = 0; row < _size; row++)
            {
                _step[row] += length * Information.Vector(row, index);
            }
        }

        for (int row = 0; row < _size; row++)
        {
            _trialPosition[row] = _position[row] + _step[row];
        }

        return predicted;
    }

    private double LongestComponent()
    {
        double longest = 0;
        foreach (double component in _step)
        {
            longest = Math.Max(longest, Math.Abs(component));
        }

        return longest;
    }

    private bool IsAtEdge()
    {
        foreach (double component in _position)
        {
            if (!(Math.Abs(component) <= Bound))
            {
                return true;
            }
        }

        return false;
    }
}
