using CxMetrics.Api.Results;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <summary>Checks the numbers of a calculation and collects what is wrong, by member.</summary>
/// <remarks>
/// What is read comes back in a form that can be computed with, also where something is wrong with it; compute only when
/// <see cref="IsValid"/> still holds.
/// </remarks>
internal sealed partial class CalculationInput
{
    /// <summary>More values belong into the store, or into the library itself.</summary>
    public const int MaximumValues = 1_000_000;

    private readonly CalculationFindings _findings;
    private readonly string _path;

    /// <summary>Checks a request from its outermost member on.</summary>
    /// <param name="cancellationToken">Says that nobody waits for the answer any more.</param>
    public CalculationInput(CancellationToken cancellationToken)
        : this(new CalculationFindings(), string.Empty, cancellationToken) { }

    private CalculationInput(CalculationFindings findings, string path, CancellationToken cancellationToken)
    {
        _findings = findings;
        _path = path;
        CancellationToken = cancellationToken;
    }

    /// <summary>For work that takes long.</summary>
    public CancellationToken CancellationToken { get; }

    public IReadOnlyList<FactError> Errors => _findings.Errors;

    public bool IsValid => Errors.Count == 0;

    /// <summary>The same request seen from one of its members: the members of that one are named by their whole path.</summary>
    public CalculationInput Within(string member) => new(_findings, $"{_path}{member}.", CancellationToken);

    public void Add(string member, string code, string message) =>
        _findings.Errors.Add(new FactError(_path + member, code, message));

    /// <summary>Says that a member is missing.</summary>
    public void AddMissing(string member) => Add(member, FactErrorCodes.Required, $"{_path}{member} is missing.");

    /// <summary>A member that must be there.</summary>
    public TMember? Member<TMember>(string member, TMember? given)
        where TMember : class
    {
        if (given is null)
        {
            AddMissing(member);
        }

        return given;
    }

    /// <summary>Whether every element of a list is there; null is JSON, but no element.</summary>
    public bool HasEvery<TElement>(string member, IReadOnlyList<TElement?> elements)
        where TElement : class
    {
        for (int index = 0; index < elements.Count; index++)
        {
            if (elements[index] is null)
            {
                AddMissing($"{member}[{index}]");
                return false;
            }
        }

        return true;
    }

    public double Confidence(double? given) =>
        Number(
            "confidence",
            given,
            new NumberRange(Hosting.Confidence.Minimum, Hosting.Confidence.Maximum),
            Hosting.Confidence.Default
        );

    /// <summary>The choice with the given name, or the default.</summary>
    public TChoice Choice<TChoice>(string member, string? given, KnownNames<TChoice> names)
        where TChoice : struct, Enum
    {
        string name = given ?? names.Default;
        if (names.Contains(name))
        {
            return names.Parse(name);
        }

        Add(member, FactErrorCodes.UnknownValue, $"'{name}' is none of {string.Join(", ", names.Names)}.");
        return default;
    }

    /// <summary>The interval method with the given name, or the default.</summary>
    public TMethod Method<TMethod>(string? given, KnownNames<TMethod> methods)
        where TMethod : struct, Enum => Choice("method", given, methods);

    /// <summary>Refuses a member that does not go with the others.</summary>
    public void Refuse(string member, bool isGiven, string reason)
    {
        if (isGiven)
        {
            Add(member, FactErrorCodes.UnknownMember, reason);
        }
    }
}
