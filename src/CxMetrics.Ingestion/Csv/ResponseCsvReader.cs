using System.Text;
using CsvHelper;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Reads survey responses from the rows of one file.</summary>
internal sealed class ResponseCsvReader : ICsvFactReader<SurveyResponse>
{
    private readonly CsvMapping _mapping;
    private readonly CsvFieldNames _names = new();
    private readonly ResponseBuilder _builder;
    private readonly byte[][] _notAnswered;

    public ResponseCsvReader(CsvMapping mapping, TimeProvider clock)
    {
        _mapping = mapping;
        _builder = new ResponseBuilder(_names, clock, Errors);
        _notAnswered = [.. mapping.NotAnswered.Select(Encoding.UTF8.GetBytes)];
    }

    public FactErrors Errors { get; } = new();

    public IReadOnlyList<string> IgnoredColumns => Plan.Ignored;

    private CsvPlan Plan => _names.Plan;

    public void Bind(IReadOnlyList<string> headers)
    {
        Errors.Clear();
        _names.Plan = new CsvPlanner(_mapping, headers, Errors).Make();
    }

    public SurveyResponse? Read(CsvReader row)
    {
        Errors.Clear();
        _names.Clear();
        _builder.Clear();
        _builder.BeginAnswers();
        foreach ((ResponseMember member, CsvSource source) in Plan.Members)
        {
            SetMember(member, source.Read(row));
        }

        foreach ((string name, CsvSource source) in Plan.Attributes)
        {
            SetAttribute(name, source.Read(row));
        }

        AddSingleAnswer(row);
        foreach (CsvMetricColumn column in Plan.Metrics)
        {
            AddMetricAnswer(row, column);
        }

        return _builder.Build();
    }

    private void SetMember(ResponseMember member, ReadOnlySpan<byte> cell)
    {
        switch (member)
        {
            case ResponseMember.RespondedAt:
                _builder.SetRespondedAt(cell, _mapping.TimeZone);
                break;
            case ResponseMember.Complete or ResponseMember.Test:
                SetFlag(member, FactText.Trim(cell));
                break;
            default:
                _builder.SetText(member, cell);
                break;
        }
    }

    private void SetFlag(ResponseMember member, ReadOnlySpan<byte> cell)
    {
        // Spreadsheets write TRUE and FALSE.
        bool value = cell is [(byte)'1'] || Ascii.EqualsIgnoreCase(cell, "true"u8);
        if (cell.IsEmpty)
        {
            return;
        }

        if (!value && cell is not [(byte)'0'] && !Ascii.EqualsIgnoreCase(cell, "false"u8))
        {
            _builder.Fail(member, FactErrorCodes.WrongType, $"'{FactText.Show(cell)}' is neither true nor false.");
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

    private void SetAttribute(string name, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || _builder.Attributes.TakeName(Encoding.UTF8.GetBytes(name)) is not { } taken)
        {
            return;
        }

        _builder.Attributes.AddText(taken, cell);
    }

    private void AddSingleAnswer(CsvReader row)
    {
        if (
            !Plan.Answer.TryGetValue(AnswerMember.Score, out CsvSource? score)
            || !IsAnswered(score.Read(row))
            || !TryBegin(column: null)
        )
        {
            return;
        }

        foreach ((AnswerMember member, CsvSource source) in Plan.Answer)
        {
            SetPart(member, source.Read(row));
        }

        _builder.Answers.End();
    }

    private void SetPart(AnswerMember member, ReadOnlySpan<byte> cell)
    {
        switch (member)
        {
            case AnswerMember.Question:
                _builder.Answers.SetQuestion(cell);
                break;
            case AnswerMember.Metric:
                _builder.Answers.SetMetric(cell);
                break;
            case AnswerMember.Score:
                _builder.Answers.SetScore(cell);
                break;
            case AnswerMember.Scale:
                SetScale(FactText.Trim(cell));
                break;
            case AnswerMember.ScaleMinimum or AnswerMember.ScaleMaximum:
                _builder.Answers.SetScaleEnd(member, cell);
                break;
            case AnswerMember.Direction:
                _builder.Answers.SetDirection(cell);
                break;
        }
    }

    private void AddMetricAnswer(CsvReader row, CsvMetricColumn column)
    {
        ReadOnlySpan<byte> score = column.Score.Read(row);
        if (!IsAnswered(score) || !TryBegin(column))
        {
            return;
        }

        _builder.Answers.SetMetric(column.Metric);
        _builder.Answers.SetQuestion(column.Question);
        _builder.Answers.SetScore(score);
        ReadOnlySpan<byte> own = column.OwnScale is null ? default : FactText.Trim(column.OwnScale.Read(row));
        SetScale(own.IsEmpty && column.SharedScale is not null ? FactText.Trim(column.SharedScale.Read(row)) : own);
        _builder.Answers.End();
    }

    private bool TryBegin(CsvMetricColumn? column)
    {
        _names.BeginAnswer(column);
        return _builder.Answers.TryBegin();
    }

    private void SetScale(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        if (!CsvScaleText.TryParse(cell, out CsvScaleText scale))
        {
            string message = $"'{FactText.Show(cell)}' is not a scale such as 0-10, or 1-5 lowerIsBetter.";
            _builder.Answers.Fail(AnswerMember.Scale, FactErrorCodes.WrongType, message);
            return;
        }

        _builder.Answers.BeginScale();
        _builder.Answers.SetScaleEnd(AnswerMember.ScaleMinimum, scale.Minimum);
        _builder.Answers.SetScaleEnd(AnswerMember.ScaleMaximum, scale.Maximum);
        _builder.Answers.SetDirection(scale.Direction);
    }

    private bool IsAnswered(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> text = FactText.Trim(cell);
        foreach (byte[] value in _notAnswered)
        {
            if (text.SequenceEqual(value))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
