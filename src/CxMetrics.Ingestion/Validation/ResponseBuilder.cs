using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Builds a response from its members, whatever format they come in, and keeps every rule about them.</summary>
/// <remarks>Text is handed in as UTF-8 without escapes. Reused from response to response; not thread-safe.</remarks>
internal sealed class ResponseBuilder
{
    private readonly IResponseFieldNames _names;
    private readonly TimeProvider _clock;
    private readonly FactErrors _errors;
    private readonly TextPool _pool = new();
    private readonly string?[] _texts = new string?[ResponseMembers.Count];
    private uint _failed;
    private bool _hasAnswers;
    private DateTimeOffset? _respondedAt;
    private bool _isComplete;
    private bool _isTest;

    public ResponseBuilder(IResponseFieldNames names, TimeProvider clock, FactErrors errors)
    {
        _names = names;
        _clock = clock;
        _errors = errors;
        Answers = new AnswerBuilder(names, errors, _pool);
        Attributes = new AttributesBuilder(names, errors);
    }

    public AnswerBuilder Answers { get; }

    public AttributesBuilder Attributes { get; }

    public void Clear()
    {
        Array.Clear(_texts);
        _failed = 0;
        _hasAnswers = false;
        _respondedAt = null;
        _isComplete = true;
        _isTest = false;
        Answers.Clear();
        Attributes.Clear();
    }

    public void Fail(ResponseMember member, string code, string message)
    {
        _failed |= 1u << (int)member;
        _errors.Add(_names.Of(member), code, message);
    }

    /// <summary>Says that answers are given, even if there is none among them.</summary>
    public void BeginAnswers() => _hasAnswers = true;

    public void SetText(ResponseMember member, ReadOnlySpan<byte> utf8)
    {
        TextPool? pool = ResponseMembers.Repeats(member) ? _pool : null;
        bool isText =
            member == ResponseMember.Comment
                ? FactText.TryDecodeAsWritten(utf8, out string? text)
                : FactText.TryDecode(utf8, pool, out text);
        int longest = ResponseMembers.MaximumLength(member);
        if (!isText)
        {
            Fail(member, FactErrorCodes.BadText, "The value is not valid UTF-8 text without NUL.");
        }
        else if (text?.Length > longest)
        {
            string message = $"The value has {text.Length} characters; at most {longest} are allowed.";
            Fail(member, FactErrorCodes.TooLong, message);
        }
        else
        {
            _texts[(int)member] = text;
        }
    }

    /// <summary>Sets when the respondent answered.</summary>
    /// <param name="utf8">The time.</param>
    /// <param name="zone">The zone of times that carry none; null refuses those.</param>
    public void SetRespondedAt(ReadOnlySpan<byte> utf8, TimeZoneInfo? zone)
    {
        ReadOnlySpan<byte> text = FactText.Trim(utf8);
        if (text.IsEmpty)
        {
            return;
        }

        if (ResponseTime.Read(text, zone, _clock.GetUtcNow(), out DateTimeOffset instant) is { } wrong)
        {
            Fail(ResponseMember.RespondedAt, wrong.Code, wrong.Message);
            return;
        }

        _respondedAt = instant;
    }

    public void SetComplete(bool value) => _isComplete = value;

    public void SetTest(bool value) => _isTest = value;

    /// <summary>Source and id as far as they could be read, for the reply to a fact that is refused.</summary>
    public (string? Source, string? Id) Key =>
        (_texts[(int)ResponseMember.Source] ?? DefaultSource(), _texts[(int)ResponseMember.Id]);

    /// <summary>Checks what concerns the response as a whole.</summary>
    /// <returns>The response; null when anything was wrong with it, which has then been reported.</returns>
    public SurveyResponse? Build()
    {
        Require(ResponseMember.Id, _texts[(int)ResponseMember.Id] is not null);
        Require(ResponseMember.Survey, _texts[(int)ResponseMember.Survey] is not null);
        Require(ResponseMember.RespondedAt, _respondedAt is not null);
        Require(ResponseMember.Answers, _hasAnswers);
        bool saysSomething = Answers.Count > 0 || !_isComplete || _texts[(int)ResponseMember.Comment] is not null;
        if (!saysSomething && !Failed(ResponseMember.Answers) && !Failed(ResponseMember.Comment))
        {
            const string message = "A response holds at least one answer or a comment, unless it is not complete.";
            Fail(ResponseMember.Answers, FactErrorCodes.Required, message);
        }

        return _errors.Any ? null : Create();
    }

    private SurveyResponse Create() =>
        new()
        {
            Source = _texts[(int)ResponseMember.Source] ?? FactSources.Default,
            Id = _texts[(int)ResponseMember.Id]!,
            Survey = _texts[(int)ResponseMember.Survey]!,
            RespondedAt = _respondedAt.GetValueOrDefault(),
            Answers = Answers.Build(),
            CustomerId = _texts[(int)ResponseMember.CustomerId],
            AccountId = _texts[(int)ResponseMember.AccountId],
            Touchpoint = _texts[(int)ResponseMember.Touchpoint],
            Channel = _texts[(int)ResponseMember.Channel],
            Segment = _texts[(int)ResponseMember.Segment],
            Locale = _texts[(int)ResponseMember.Locale],
            Comment = _texts[(int)ResponseMember.Comment],
            Complete = _isComplete,
            Test = _isTest,
            Attributes = Attributes.Build(),
        };

    private string? DefaultSource() => Failed(ResponseMember.Source) ? null : FactSources.Default;

    private bool Failed(ResponseMember member) => (_failed & (1u << (int)member)) != 0;

    private void Require(ResponseMember member, bool isThere)
    {
        if (!isThere && !Failed(member))
        {
            Fail(member, FactErrorCodes.Required, $"A response has {ResponseMembers.Names[member]}.");
        }
    }
}
