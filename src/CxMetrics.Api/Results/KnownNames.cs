namespace CxMetrics.Api.Results;

/// <summary>The names of one kind of method or other choice, the default (the enum's first member) first.</summary>
internal sealed class KnownNames<TChoice> : IKnownNames
    where TChoice : struct, Enum
{
    private readonly Dictionary<string, TChoice> _byName;

    public KnownNames(Func<TChoice, string> nameOf)
        : this(Enum.GetValues<TChoice>(), nameOf) { }

    /// <summary>Of some of the choices only, the default first.</summary>
    public KnownNames(IReadOnlyList<TChoice> choices, Func<TChoice, string> nameOf)
    {
        _byName = choices.ToDictionary(nameOf, StringComparer.Ordinal);
        Names = [.. choices.Select(nameOf)];
    }

    public IReadOnlyList<string> Names { get; }

    public string Default => Names[0];

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The choice with this name, which must be one of <see cref="Names"/>.</summary>
    public TChoice Parse(string name) => _byName[name];
}
