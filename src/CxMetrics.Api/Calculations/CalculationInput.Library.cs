using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <content>What the library alone can tell.</content>
internal sealed partial class CalculationInput
{
    /// <summary>Computes what can fail on numbers that are all right one by one, and says which member to change.</summary>
    /// <param name="overflow">The member to name when the result is larger than any number.</param>
    /// <param name="compute">The calculation; not run when something is wrong already.</param>
    /// <param name="members">The member behind each argument that can be refused. A refusal of any other argument is a bug here, and stays an exception.</param>
    /// <returns>The result; null when it was refused.</returns>
    public TResult? Compute<TResult>(
        string overflow,
        Func<TResult> compute,
        params (string Argument, string Member)[] members
    )
    {
        if (!IsValid)
        {
            return default;
        }

        try
        {
            return compute();
        }
        catch (OverflowException exception)
        {
            Add(overflow, FactErrorCodes.OutOfRange, exception.Message);
        }
        catch (ArgumentException exception)
            when (Array.Find(members, known => known.Argument == exception.ParamName) is { Member: { } member })
        {
            Add(member, FactErrorCodes.OutOfRange, Sentence(exception));
        }

        return default;
    }

    /// <summary>The message without the name of the argument and its value, which are about the code behind it.</summary>
    private static string Sentence(ArgumentException exception)
    {
        int end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
