using System.Text.Json;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>Reads survey responses from JSON in one pass, straight into the builder.</summary>
internal sealed class ResponseJsonReader : IJsonFactReader<SurveyResponse>
{
    private readonly ResponseBuilder _builder;
    private readonly JsonFieldNames _names = new();
    private readonly JsonText _text = new();
    private readonly AnswerJsonReader _answers;

    public ResponseJsonReader(TimeProvider clock)
    {
        _builder = new ResponseBuilder(_names, clock, Errors);
        _answers = new AnswerJsonReader(_builder.Answers, _names, _text, Errors);
    }

    public FactErrors Errors { get; } = new();

    public (string? Source, string? Id) Key => _builder.Key;

    public SurveyResponse? Read(ref Utf8JsonReader reader)
    {
        _builder.Clear();
        uint seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!ResponseMembers.Names.TryFind(_text.Of(in reader), out ResponseMember member))
            {
                JsonMember.RefuseUnknown(ref reader, _text, parent: "", Errors);
            }
            else if ((seen & (1u << (int)member)) != 0)
            {
                JsonMember.RefuseDuplicate(ref reader, _names.Of(member), Errors);
            }
            else
            {
                seen |= 1u << (int)member;
                reader.Read();
                ReadMember(ref reader, member);
            }
        }

        return _builder.Build();
    }

    private void ReadMember(ref Utf8JsonReader reader, ResponseMember member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (member)
        {
            case ResponseMember.Answers:
                ReadAnswers(ref reader);
                break;
            case ResponseMember.Attributes:
                ReadAttributes(ref reader);
                break;
            case ResponseMember.Complete or ResponseMember.Test:
                ReadFlag(ref reader, member);
                break;
            default:
                ReadText(ref reader, member);
                break;
        }
    }

    private void ReadText(ref Utf8JsonReader reader, ResponseMember member)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            RefuseType(ref reader, member, "a string");
        }
        else if (member == ResponseMember.RespondedAt)
        {
            _builder.SetRespondedAt(_text.Of(in reader), zone: null);
        }
        else
        {
            _builder.SetText(member, _text.Of(in reader));
        }
    }

    private void ReadFlag(ref Utf8JsonReader reader, ResponseMember member)
    {
        bool value = reader.TokenType == JsonTokenType.True;
        if (!value && reader.TokenType != JsonTokenType.False)
        {
            RefuseType(ref reader, member, "true or false");
        }
        else if (member == ResponseMember.Complete)
        {
            _builder.SetComplete(value);
        }
        else
        {
            _builder.SetTest(value);
        }
    }

    private void ReadAnswers(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            RefuseType(ref reader, ResponseMember.Answers, "an array");
            return;
        }

        _builder.BeginAnswers();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _answers.Read(ref reader);
        }
    }

    private void ReadAttributes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            RefuseType(ref reader, ResponseMember.Attributes, "an object");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = _builder.Attributes.TakeName(_text.Of(in reader));
            reader.Read();
            if (name is not null)
            {
                ReadAttribute(ref reader, name);
            }

            reader.Skip();
        }
    }

    private void ReadAttribute(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _builder.Attributes.AddText(name, _text.Of(in reader));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _builder.Attributes.RefuseNested(name);
                break;
            default:
                _builder.Attributes.AddLiteral(name, reader.ValueSpan);
                break;
        }
    }

    private void RefuseType(ref Utf8JsonReader reader, ResponseMember member, string expected)
    {
        _builder.Fail(member, FactErrorCodes.WrongType, JsonMember.WrongType(in reader, expected));
        reader.Skip();
    }
}
