using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Calculation.Survival;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Survival;

/// <summary>Durations of subjects, some of them still open.</summary>
internal abstract record SurvivalSubjects
{
    [Required]
    [Description(
        "How long each subject was observed: to its event or, without one, to now. 0 or more, in any unit; at most 1,000,000 in all."
    )]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Time { get; init; }

    [Required]
    [Description("Whether the time of each subject ends with the event; false where it is still open.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public bool[]? Event { get; init; }

    [Description(
        "How long after its own start the observation of each subject began, before its time; absent when all were observed from the start."
    )]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Entry { get; init; }

    /// <summary>The curve of the subjects; null when something is wrong with them.</summary>
    public SurvivalCurve? ReadCurve(CalculationInput input)
    {
        int errors = input.Errors.Count;
        double[] times = input.Numbers("time", Time, NumberRange.NotNegative);
        if (input.Member("event", Event) is { } events)
        {
            input.RequireOnePerRow("event", events.Length, "time", times.Length);
        }

        double[]? entries = input.NumberPerRow("entry", Entry, "time", times.Length, NumberRange.NotNegative);
        if (input.Errors.Count == errors && entries is not null)
        {
            CheckEntries(entries, times, input);
        }

        if (input.Errors.Count > errors)
        {
            return null;
        }

        return entries is null ? SurvivalCurve.FromTimes(times, Event) : SurvivalCurve.FromTimes(times, Event, entries);
    }

    private static void CheckEntries(double[] entries, double[] times, CalculationInput input)
    {
        for (int index = 0; index < entries.Length; index++)
        {
            if (entries[index] >= times[index])
            {
                input.Add(
                    $"entry[{index}]",
                    FactErrorCodes.OutOfRange,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"An entry is before the time; {entries[index]} is not before {times[index]}."
                    )
                );
                return;
            }
        }
    }
}
