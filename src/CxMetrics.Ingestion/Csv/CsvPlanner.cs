using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Makes the plan of one file from its header and a mapping, and says what is wrong with either.</summary>
internal sealed class CsvPlanner(CsvMapping mapping, IReadOnlyList<string> headers, FactErrors errors)
{
    private readonly Dictionary<string, (CsvField Field, CsvSource Source)> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mappedColumns = new(StringComparer.Ordinal);
    private readonly CsvPlan _plan = new();

    /// <summary>The plan; of use only if no error was reported.</summary>
    public CsvPlan Make()
    {
        TakeMaps();
        TakeSets();
        TakeColumns();
        foreach ((CsvField field, CsvSource source) in _fields.Values)
        {
            Place(field, source);
        }

        CheckScales();
        Require("id", "survey", "respondedAt");
        RequireAnswer();
        return _plan;
    }

    private void TakeMaps()
    {
        foreach ((string name, string column) in mapping.Maps)
        {
            if (string.Equals(column, CsvMapping.RowNumberColumn, StringComparison.Ordinal))
            {
                Take(name, CsvSource.OfRowNumber(name));
                continue;
            }

            _mappedColumns.Add(column);
            int index = IndexOf(column);
            if (index < 0)
            {
                errors.Add(column, FactErrorCodes.Required, $"The file has no column '{FactText.Show(column)}'.");
            }
            else
            {
                Take(name, CsvSource.OfColumn(column, index));
            }
        }
    }

    private void TakeSets()
    {
        foreach ((string name, string value) in mapping.Sets)
        {
            Take(name, CsvSource.OfConstant(name, value));
        }
    }

    private void TakeColumns()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 0; index < headers.Count; index++)
        {
            string column = headers[index];
            bool isMapped = _mappedColumns.Contains(column);
            CsvField? field = isMapped ? null : CsvField.Find(column);
            bool isUsed = mapping.IsIdentity || isMapped || (field is not null && !_fields.ContainsKey(column));
            if (!seen.Add(column) && (isUsed || field is not null))
            {
                errors.Add(
                    column,
                    FactErrorCodes.DuplicateMember,
                    $"The column '{FactText.Show(column)}' is there twice."
                );
            }
            else if (!isUsed)
            {
                _plan.Ignored.Add(column);
            }
            else if (!isMapped)
            {
                Take(column, CsvSource.OfColumn(column, index));
            }
        }
    }

    private void Take(string name, CsvSource source)
    {
        if (CsvField.Find(name) is not { } field)
        {
            errors.Add(name, FactErrorCodes.UnknownMember, $"There is no field '{FactText.Show(name)}'.");
        }
        else if (!_fields.TryAdd(name, (field, source)))
        {
            errors.Add(name, FactErrorCodes.DuplicateMember, $"The field '{FactText.Show(name)}' is given twice.");
        }
    }

    private int IndexOf(string column)
    {
        for (int index = 0; index < headers.Count; index++)
        {
            if (string.Equals(headers[index], column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    private void Place(CsvField field, CsvSource source)
    {
        switch (field.Kind)
        {
            case CsvFieldKind.Member:
                _plan.Members.Add(field.Member, source);
                break;
            case CsvFieldKind.Attribute:
                _plan.Attributes.Add(field.Name, source);
                break;
            case CsvFieldKind.AnswerPart:
                _plan.Answer.Add(field.Part, source);
                break;
            case CsvFieldKind.MetricScore:
                PlaceMetric(field, source);
                break;
            case CsvFieldKind.MetricScale:
                break;
        }
    }

    private void PlaceMetric(CsvField field, CsvSource score)
    {
        CsvSource? own = SourceOf($"{field.Name}.scale");
        CsvSource? shared = field.Question is null ? null : SourceOf($"{field.Metric.Name()}.scale");
        byte[] question = CsvMetricColumn.QuestionOf(field);
        _plan.Metrics.Add(new CsvMetricColumn(field.Metric, field.Name, question, score, own, shared));
    }

    private CsvSource? SourceOf(string field) => _fields.TryGetValue(field, out var found) ? found.Source : null;

    private void CheckScales()
    {
        foreach ((CsvField scale, _) in _fields.Values.Where(field => field.Field.Kind == CsvFieldKind.MetricScale))
        {
            bool isUsed = _plan.Metrics.Exists(column =>
                string.Equals($"{column.Field}.scale", scale.Name, StringComparison.Ordinal)
                || (scale.Question is null && column.Metric == scale.Metric)
            );
            if (!isUsed)
            {
                string message = $"'{FactText.Show(scale.Name)}' is the scale of a column that is missing.";
                errors.Add(scale.Name[..^".scale".Length], FactErrorCodes.Required, message);
            }
        }
    }

    private void Require(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!_fields.ContainsKey(name))
            {
                errors.Add(name, FactErrorCodes.Required, $"The column {name} is missing.");
            }
        }
    }

    private void RequireAnswer()
    {
        if (_plan.Answer.Count > 0)
        {
            Require("score", "metric");
        }
        else if (_plan.Metrics.Count == 0)
        {
            const string message = "There is no column with answers: score and metric, or nps, csat, ces or rating.";
            errors.Add("score", FactErrorCodes.Required, message);
        }
    }
}
