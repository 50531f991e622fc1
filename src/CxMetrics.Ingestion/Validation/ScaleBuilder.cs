using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Collects the scale of one answer.</summary>
internal sealed class ScaleBuilder(IResponseFieldNames names, FactErrors errors)
{
    private bool _isStated;
    private int? _minimum;
    private int? _maximum;
    private ScaleDirection? _direction;

    // Senders state the same scale in every answer; keeping the last one spares most of the copies.
    private RatingScale _last = RatingScale.FivePoint;

    public void Clear()
    {
        _isStated = false;
        _minimum = null;
        _maximum = null;
        _direction = null;
    }

    public void Begin() => _isStated = true;

    /// <summary>Sets one end of the scale; nothing is set by an empty value.</summary>
    /// <returns>Whether the value is fine; if not, that has been reported.</returns>
    public bool SetEnd(int answer, AnswerMember end, ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> text = FactText.Trim(number);
        if (text.IsEmpty)
        {
            return true;
        }

        _isStated = true;
        WholeNumberKind kind = WholeNumber.Parse(text, out int value);
        if (kind == WholeNumberKind.Whole)
        {
            _minimum = end == AnswerMember.ScaleMinimum ? value : _minimum;
            _maximum = end == AnswerMember.ScaleMaximum ? value : _maximum;
            return true;
        }

        (string code, string message) = kind switch
        {
            WholeNumberKind.NotANumber => (FactErrorCodes.WrongType, "is not a number."),
            WholeNumberKind.Fraction => (FactErrorCodes.NotAnInteger, "is not a whole number."),
            WholeNumberKind.Huge or WholeNumberKind.Whole => (FactErrorCodes.OutOfRange, "is no end of a scale."),
        };
        errors.Add(names.OfAnswer(answer, end), code, $"'{FactText.Show(text)}' {message}");
        return false;
    }

    /// <summary>Sets the direction of the scale; nothing is set by an empty value.</summary>
    /// <returns>Whether the value is fine; if not, that has been reported.</returns>
    public bool SetDirection(int answer, ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> text = FactText.Trim(utf8);
        if (text.IsEmpty)
        {
            return true;
        }

        _isStated = true;
        bool isHigher = text.SequenceEqual("higherIsBetter"u8);
        if (isHigher || text.SequenceEqual("lowerIsBetter"u8))
        {
            _direction = isHigher ? ScaleDirection.HigherIsBetter : ScaleDirection.LowerIsBetter;
            return true;
        }

        errors.Add(
            names.OfAnswer(answer, AnswerMember.Direction),
            FactErrorCodes.UnknownValue,
            $"'{FactText.Show(text)}' is not a direction; it is higherIsBetter or lowerIsBetter."
        );
        return false;
    }

    /// <summary>The scale of the answer: the one stated, or the metric's own.</summary>
    /// <returns>Null when there is none, which has then been reported, or when the metric is not known.</returns>
    public RatingScale? Build(int answer, RatingMetric? metric)
    {
        if (!_isStated)
        {
            if (metric == RatingMetric.Rating)
            {
                Report(answer, AnswerMember.Scale, FactErrorCodes.Required, "A rating states its scale.");
            }

            return metric?.DefaultScale();
        }

        RatingScale? scale = BuildStated(answer);
        if (scale is null || metric != RatingMetric.Nps || scale == RatingScale.NetPromoter)
        {
            return scale;
        }

        string message = $"The scale of nps is {RatingScale.NetPromoter}; {scale} is another.";
        Report(answer, AnswerMember.Scale, FactErrorCodes.ScaleMismatch, message);
        return null;
    }

    private RatingScale? BuildStated(int answer)
    {
        if (_minimum is not { } minimum || _maximum is not { } maximum)
        {
            AnswerMember missing = _minimum is null ? AnswerMember.ScaleMinimum : AnswerMember.ScaleMaximum;
            Report(answer, missing, FactErrorCodes.Required, "A scale states both of its ends.");
            return null;
        }

        long points = (long)maximum - minimum + 1;
        if (points is < 2 or > RatingScale.MaximumPoints)
        {
            string message =
                $"A scale has 2 to {RatingScale.MaximumPoints} points, its lower end first; {minimum} to {maximum} is none.";
            Report(answer, AnswerMember.Scale, FactErrorCodes.OutOfRange, message);
            return null;
        }

        ScaleDirection direction = _direction ?? ScaleDirection.HigherIsBetter;
        if (_last.Minimum != minimum || _last.Maximum != maximum || _last.Direction != direction)
        {
            _last = new RatingScale(minimum, maximum, direction);
        }

        return _last;
    }

    private void Report(int answer, AnswerMember member, string code, string message) =>
        errors.Add(names.OfAnswer(answer, member), code, message);
}
