using System.Text.Json;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>What is said about members that cannot be taken.</summary>
internal static class JsonMember
{
    /// <summary>Reports the unknown member that the reader stands on, and passes over its value.</summary>
    /// <param name="reader">On the name.</param>
    /// <param name="text">Reads the name.</param>
    /// <param name="parent">The path of the object, with a dot after it; empty for the fact itself.</param>
    /// <param name="errors">Where to report.</param>
    public static void RefuseUnknown(ref Utf8JsonReader reader, JsonText text, string parent, FactErrors errors)
    {
        string name = FactText.Show(text.Of(in reader));
        errors.Add(parent + name, FactErrorCodes.UnknownMember, $"There is no member '{name}' here.");
        reader.Skip();
    }

    /// <summary>Reports the repeated member that the reader stands on, and passes over its value.</summary>
    public static void RefuseDuplicate(ref Utf8JsonReader reader, string path, FactErrors errors)
    {
        errors.Add(path, FactErrorCodes.DuplicateMember, "The member is given twice.");
        reader.Skip();
    }

    /// <summary>Says that a value is not of the type it should be.</summary>
    public static string WrongType(ref readonly Utf8JsonReader reader, string expected) =>
        $"This is {expected}; {NameOf(reader.TokenType)} was sent.";

    private static string NameOf(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            _ => "null",
        };
}
