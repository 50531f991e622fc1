namespace CxMetrics.Api.Results;

/// <summary>The names of one kind of interval method, the default (the enum's first member) first.</summary>
internal sealed class MethodNames<TMethod>
    where TMethod : struct, Enum
{
    private readonly Dictionary<string, TMethod> _byName;

    public MethodNames(Func<TMethod, string> nameOf)
    {
        TMethod[] methods = Enum.GetValues<TMethod>();
        _byName = methods.ToDictionary(nameOf, StringComparer.Ordinal);
        Names = [.. methods.Select(nameOf)];
    }

    public IReadOnlyList<string> Names { get; }

    public string Default => Names[0];

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The method with this name, which must be one of <see cref="Names"/>.</summary>
    public TMethod Parse(string name) => _byName[name];
}
