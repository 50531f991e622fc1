using System.Globalization;
using System.Text.Json;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>Reads one element of <c>answers</c>.</summary>
internal sealed class AnswerJsonReader(AnswerBuilder answers, JsonFieldNames names, JsonText text, FactErrors errors)
{
    private uint _seen;

    public void Read(ref Utf8JsonReader reader)
    {
        if (!answers.TryBegin())
        {
            reader.Skip();
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add(Path(), FactErrorCodes.WrongType, JsonMember.WrongType(in reader, "an object"));
            reader.Skip();
            return;
        }

        _seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryTakeMember(ref reader, AnswerMembers.Names, "", out AnswerMember member))
            {
                ReadMember(ref reader, member);
            }
        }

        answers.End();
    }

    private bool TryTakeMember(
        ref Utf8JsonReader reader,
        MemberNames<AnswerMember> members,
        string suffix,
        out AnswerMember member
    )
    {
        if (!members.TryFind(text.Of(in reader), out member))
        {
            JsonMember.RefuseUnknown(ref reader, text, $"{Path()}{suffix}.", errors);
            return false;
        }

        uint bit = 1u << (int)member;
        if ((_seen & bit) != 0)
        {
            JsonMember.RefuseDuplicate(ref reader, names.OfAnswer(answers.Count - 1, member), errors);
            return false;
        }

        _seen |= bit;
        reader.Read();
        return reader.TokenType != JsonTokenType.Null;
    }

    private void ReadMember(ref Utf8JsonReader reader, AnswerMember member)
    {
        if (reader.TokenType != TypeOf(member))
        {
            answers.Fail(member, FactErrorCodes.WrongType, JsonMember.WrongType(in reader, NameOfType(member)));
            reader.Skip();
            return;
        }

        switch (member)
        {
            case AnswerMember.Question:
                answers.SetQuestion(text.Of(in reader));
                break;
            case AnswerMember.Metric:
                answers.SetMetric(text.Of(in reader));
                break;
            case AnswerMember.Score:
                answers.SetScore(reader.ValueSpan);
                break;
            case AnswerMember.Scale:
                ReadScale(ref reader);
                break;
            case AnswerMember.ScaleMinimum or AnswerMember.ScaleMaximum:
                answers.SetScaleEnd(member, reader.ValueSpan);
                break;
            case AnswerMember.Direction:
                answers.SetDirection(text.Of(in reader));
                break;
        }
    }

    private void ReadScale(ref Utf8JsonReader reader)
    {
        answers.BeginScale();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryTakeMember(ref reader, AnswerMembers.ScaleNames, ".scale", out AnswerMember member))
            {
                ReadMember(ref reader, member);
            }
        }
    }

    private string Path() => string.Create(CultureInfo.InvariantCulture, $"answers[{answers.Count - 1}]");

    private static JsonTokenType TypeOf(AnswerMember member) =>
        member switch
        {
            AnswerMember.Question or AnswerMember.Metric or AnswerMember.Direction => JsonTokenType.String,
            AnswerMember.Score or AnswerMember.ScaleMinimum or AnswerMember.ScaleMaximum => JsonTokenType.Number,
            AnswerMember.Scale => JsonTokenType.StartObject,
        };

    private static string NameOfType(AnswerMember member) =>
        TypeOf(member) switch
        {
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            _ => "an object",
        };
}
