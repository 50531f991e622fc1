using System.Text;
using System.Text.Encodings.Web;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Collects the free data of a fact and writes it in canonical form: members in ordinal order, no white space.</summary>
/// <remarks>Text is trimmed and absent when empty, as everywhere in a fact; a null that was sent is kept. Numbers keep the digits they came with.</remarks>
internal sealed class AttributesBuilder(IResponseFieldNames names, FactErrors errors)
{
    public const int MaximumMembers = 50;
    public const int MaximumNameLength = 100;
    public const int MaximumValueLength = 2_000;

    private readonly SortedList<string, string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly StringBuilder _json = new();
    private bool _tooMany;

    public void Clear()
    {
        if (_seen.Count > 0)
        {
            _members.Clear();
            _seen.Clear();
        }

        _tooMany = false;
    }

    /// <summary>Takes the name of the next member.</summary>
    /// <returns>The name; null when the member cannot be taken, which has then been reported.</returns>
    public string? TakeName(ReadOnlySpan<byte> utf8)
    {
        if (!FactText.TryDecode(utf8, pool: null, out string? name))
        {
            errors.Add(
                names.Of(ResponseMember.Attributes),
                FactErrorCodes.BadText,
                "The name of an attribute is not valid UTF-8 text."
            );
        }
        else if (name is null)
        {
            errors.Add(names.Of(ResponseMember.Attributes), FactErrorCodes.Required, "An attribute has no name.");
        }
        else if (name.Length > MaximumNameLength)
        {
            string message =
                $"The name of the attribute '{FactText.Show(name)}' has more than {MaximumNameLength} characters.";
            errors.Add(names.Of(ResponseMember.Attributes), FactErrorCodes.TooLong, message);
        }
        else if (!_seen.Add(name))
        {
            errors.Add(
                names.OfAttribute(name),
                FactErrorCodes.DuplicateMember,
                $"The attribute '{name}' is given twice."
            );
        }
        else if (HasRoom())
        {
            return name;
        }

        return null;
    }

    public void AddText(string name, ReadOnlySpan<byte> utf8)
    {
        if (!FactText.TryDecode(utf8, pool: null, out string? text))
        {
            errors.Add(
                names.OfAttribute(name),
                FactErrorCodes.BadText,
                "The value is not valid UTF-8 text without NUL."
            );
        }
        else if (text is not null && FitsIn(name, text.Length))
        {
            _members.Add(name, $"\"{Escape(text)}\"");
        }
    }

    /// <summary>Adds a number, true, false or null as it was written.</summary>
    public void AddLiteral(string name, ReadOnlySpan<byte> json)
    {
        if (FitsIn(name, json.Length))
        {
            _members.Add(name, Encoding.ASCII.GetString(json));
        }
    }

    public void RefuseNested(string name) =>
        errors.Add(
            names.OfAttribute(name),
            FactErrorCodes.WrongType,
            "Attributes are flat: a value is a string, a number, true, false or null."
        );

    /// <summary>The canonical JSON; null when there is no member.</summary>
    public string? Build()
    {
        if (_members.Count == 0)
        {
            return null;
        }

        _json.Clear().Append('{');
        foreach ((string name, string value) in _members)
        {
            _json.Append(_json.Length > 1 ? "," : "").Append('"').Append(Escape(name)).Append("\":").Append(value);
        }

        return _json.Append('}').ToString();
    }

    private static string Escape(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    private bool HasRoom()
    {
        if (_seen.Count <= MaximumMembers)
        {
            return true;
        }

        if (!_tooMany)
        {
            _tooMany = true;
            string message = $"A response has at most {MaximumMembers} attributes.";
            errors.Add(names.Of(ResponseMember.Attributes), FactErrorCodes.TooMany, message);
        }

        return false;
    }

    private bool FitsIn(string name, int length)
    {
        if (length <= MaximumValueLength)
        {
            return true;
        }

        string message = $"The value has {length} characters; at most {MaximumValueLength} are kept.";
        errors.Add(names.OfAttribute(name), FactErrorCodes.TooLong, message);
        return false;
    }
}
