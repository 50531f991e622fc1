namespace CxMetrics.Api.OpenApi;

/// <summary>Says in the description which names a member can have. They are checked where it is read, so that the refusal can list them.</summary>
/// <param name="type">The type that knows the names.</param>
/// <param name="properties">Its static properties that hold them; the first one has the default.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownNamesAttribute(Type type, params string[] properties) : Attribute
{
    public Type Type => type;

    public IReadOnlyList<string> Properties => properties;
}
