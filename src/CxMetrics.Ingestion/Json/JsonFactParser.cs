using System.Globalization;
using System.Text.Json;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>Parses texts that hold one fact, or an array of them. What is wrong with a text is in <see cref="Errors"/>.</summary>
internal sealed class JsonFactParser<TFact>(IJsonFactReader<TFact> facts, string kind)
    where TFact : class
{
    public FactErrors Errors => facts.Errors;

    /// <summary>Source and id of the object parsed last, as far as they could be read.</summary>
    public (string? Source, string? Id) Key { get; private set; }

    /// <summary>Whether the text parsed last is not valid JSON at all.</summary>
    public bool IsInvalidJson { get; private set; }

    /// <summary>Parses a text that is one object.</summary>
    /// <returns>The fact; null when anything is wrong.</returns>
    public TFact? ParseOne(ReadOnlySpan<byte> json)
    {
        Errors.Clear();
        IsInvalidJson = false;
        Key = default;
        if (RefuseEmpty(ref json))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            TFact? fact = ReadElement(ref reader);
            reader.Read();
            return fact;
        }
        catch (JsonException exception)
        {
            RefuseSyntax(exception);
            return null;
        }
    }

    /// <summary>Parses a text that is an array.</summary>
    /// <param name="json">The text.</param>
    /// <param name="most">The most elements the array may have.</param>
    /// <param name="element">Told about each element; null stands for one that <see cref="Errors"/> speak against.</param>
    /// <returns>Whether the text is an array in order, good elements or bad; if not, <see cref="Errors"/> says why.</returns>
    public bool TryParseArray(ReadOnlySpan<byte> json, int most, Action<TFact?> element)
    {
        Errors.Clear();
        if (RefuseEmpty(ref json))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return ReadArray(ref reader, most, element);
        }
        catch (JsonException exception)
        {
            RefuseSyntax(exception);
            return false;
        }
    }

    /// <summary>Whether a text that is no valid JSON could become so by going on: it was cut off.</summary>
    public static bool IsCutOff(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(ByteOrderMark.Skip(json), isFinalBlock: false, state: default);
            bool any = false;
            while (reader.Read())
            {
                any = true;
            }

            // The opening bracket of the whole text counts as depth 0.
            return !any
                || reader.CurrentDepth > 0
                || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool ReadArray(ref Utf8JsonReader reader, int most, Action<TFact?> element)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(FactErrorCodes.WrongType, JsonMember.WrongType(in reader, $"an array of {kind}s"));
            return false;
        }

        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Errors.Clear();
            if (++count > most)
            {
                string message = string.Create(
                    CultureInfo.InvariantCulture,
                    $"An array holds at most {most} {kind}s; more go as application/x-ndjson."
                );
                Refuse(FactErrorCodes.TooMany, message);
                return false;
            }

            element(ReadElement(ref reader));
        }

        Errors.Clear();
        return !reader.Read();
    }

    private TFact? ReadElement(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            TFact? fact = facts.Read(ref reader);
            Key = facts.Key;
            return fact;
        }

        Refuse(FactErrorCodes.WrongType, JsonMember.WrongType(in reader, $"a {kind}, a JSON object"));
        reader.Skip();
        return null;
    }

    private bool RefuseEmpty(ref ReadOnlySpan<byte> json)
    {
        json = ByteOrderMark.Skip(json);
        if (!json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return false;
        }

        Refuse(FactErrorCodes.EmptyBody, "There is nothing in it.");
        return true;
    }

    private void RefuseSyntax(JsonException exception)
    {
        // The reader's own sentence ends with its position, counted from 0; ours counts from 1, as editors do.
        string detail = exception.Message;
        int position = detail.IndexOf(" LineNumber:", StringComparison.Ordinal);
        detail = position < 0 ? "" : FactText.Show(detail[..position], length: 200);
        string place = string.Create(
            CultureInfo.InvariantCulture,
            $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"
        );
        Errors.Clear();
        IsInvalidJson = true;
        Key = default;
        Refuse(FactErrorCodes.InvalidJson, $"Not valid JSON at {place}. {detail}".TrimEnd());
    }

    private void Refuse(string code, string message) => Errors.Add(FactErrors.WholeBody, code, message);
}
