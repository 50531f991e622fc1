using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Collects the answers of a response, one after the other. Members of an answer may come in any order.</summary>
internal sealed class AnswerBuilder(IResponseFieldNames names, FactErrors errors, TextPool pool)
{
    public const int MaximumAnswers = 100;

    private readonly List<Answer> _answers = [];
    private readonly ScaleBuilder _scale = new(names, errors);
    private int _index = -1;
    private uint _failed;
    private string? _question;
    private RatingMetric? _metric;
    private WholeNumberKind _scoreKind;
    private int _score;
    private string? _scoreText;

    /// <summary>How many answers were begun, good or bad.</summary>
    public int Count => _index + 1;

    public void Clear()
    {
        _answers.Clear();
        _index = -1;
    }

    /// <summary>Begins the next answer.</summary>
    /// <returns>Whether there is room for it; if not, that has been reported.</returns>
    public bool TryBegin()
    {
        _index++;
        _failed = 0;
        _question = null;
        _metric = null;
        _scoreKind = WholeNumberKind.NotANumber;
        _scoreText = null;
        _scale.Clear();
        if (_index == MaximumAnswers)
        {
            errors.Add(
                names.Of(ResponseMember.Answers),
                FactErrorCodes.TooMany,
                $"A response has at most {MaximumAnswers} answers."
            );
        }

        return _index < MaximumAnswers;
    }

    public void Fail(AnswerMember member, string code, string message)
    {
        _failed |= 1u << (int)member;
        errors.Add(names.OfAnswer(_index, member), code, message);
    }

    public void SetQuestion(ReadOnlySpan<byte> utf8)
    {
        if (!FactText.TryDecode(utf8, pool, out _question))
        {
            Fail(AnswerMember.Question, FactErrorCodes.BadText, "The question is not valid UTF-8 text without NUL.");
        }
        else if (_question?.Length > FactText.MaximumLength)
        {
            string message =
                $"The question has {_question.Length} characters; at most {FactText.MaximumLength} are allowed.";
            Fail(AnswerMember.Question, FactErrorCodes.TooLong, message);
        }
    }

    public void SetMetric(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> name = FactText.Trim(utf8);
        if (name.IsEmpty)
        {
            return;
        }

        if (MetricNames.TryFind(name, out RatingMetric metric))
        {
            _metric = metric;
            return;
        }

        string message = $"'{FactText.Show(name)}' is not a metric; it is one of nps, csat, ces and rating.";
        Fail(AnswerMember.Metric, FactErrorCodes.UnknownValue, message);
    }

    public void SetMetric(RatingMetric metric) => _metric = metric;

    public void SetScore(ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> text = FactText.Trim(number);
        if (text.IsEmpty)
        {
            return;
        }

        _scoreKind = WholeNumber.Parse(text, out _score);
        if (_scoreKind == WholeNumberKind.NotANumber)
        {
            Fail(AnswerMember.Score, FactErrorCodes.WrongType, $"'{FactText.Show(text)}' is not a number.");
        }
        else if (_scoreKind == WholeNumberKind.Fraction)
        {
            string message = $"A score is a whole number; '{FactText.Show(text)}' is not.";
            Fail(AnswerMember.Score, FactErrorCodes.NotAnInteger, message);
        }
        else if (_scoreKind == WholeNumberKind.Huge)
        {
            _scoreText = FactText.Show(text);
        }
    }

    /// <inheritdoc cref="ScaleBuilder.SetEnd"/>
    public void SetScaleEnd(AnswerMember end, ReadOnlySpan<byte> number) => Note(_scale.SetEnd(_index, end, number));

    /// <inheritdoc cref="ScaleBuilder.SetDirection"/>
    public void SetDirection(ReadOnlySpan<byte> utf8) => Note(_scale.SetDirection(_index, utf8));

    /// <summary>Says that a scale is stated, even if none of its members is.</summary>
    public void BeginScale() => _scale.Begin();

    /// <summary>Ends the answer: checks what concerns several members and keeps the answer if all is well.</summary>
    public void End()
    {
        Require(AnswerMember.Metric, _metric is not null, "An answer names its metric: nps, csat, ces or rating.");
        bool hasScore = _scoreKind is WholeNumberKind.Whole or WholeNumberKind.Huge;
        Require(AnswerMember.Score, hasScore, "An answer has a score.");
        RatingScale? scale = HasFailedScale() ? null : _scale.Build(_index, _metric);
        string? question = Failed(AnswerMember.Question) ? null : _question ?? _metric?.Name();
        bool isNew = question is null || CheckIsNew(question);
        bool isOnScale = scale is null || !hasScore || CheckIsOn(scale);
        if (_metric is { } metric && scale is not null && question is not null && hasScore && isNew && isOnScale)
        {
            _answers.Add(new Answer(question, metric, _score, scale));
        }
    }

    /// <summary>The answers that were fine, in their order.</summary>
    public IReadOnlyList<Answer> Build() => _answers.Count == 0 ? [] : _answers.ToArray();

    private bool Failed(AnswerMember member) => (_failed & (1u << (int)member)) != 0;

    private bool HasFailedScale() =>
        Failed(AnswerMember.Scale)
        || Failed(AnswerMember.ScaleMinimum)
        || Failed(AnswerMember.ScaleMaximum)
        || Failed(AnswerMember.Direction);

    private void Note(bool scaleIsFine) => _failed |= scaleIsFine ? 0 : 1u << (int)AnswerMember.Scale;

    private void Require(AnswerMember member, bool isThere, string message)
    {
        if (!isThere && !Failed(member))
        {
            Fail(member, FactErrorCodes.Required, message);
        }
    }

    private bool CheckIsNew(string question)
    {
        for (int index = 0; index < _answers.Count; index++)
        {
            if (string.Equals(_answers[index].Question, question, StringComparison.Ordinal))
            {
                string message = $"The question '{FactText.Show(question)}' is answered twice in this response.";
                Fail(AnswerMember.Question, FactErrorCodes.DuplicateMember, message);
                return false;
            }
        }

        return true;
    }

    private bool CheckIsOn(RatingScale scale)
    {
        if (_scoreKind == WholeNumberKind.Whole && scale.Contains(_score))
        {
            return true;
        }

        string text = _scoreText ?? _score.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Fail(AnswerMember.Score, FactErrorCodes.OutOfRange, $"The score {text} is not on the scale {scale}.");
        return false;
    }
}
