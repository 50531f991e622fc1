using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.Calculations.Survival;

namespace CxMetrics.Api.Calculations.Differences;

[Description("One group of subjects.")]
internal sealed record SurvivalGroup : SurvivalSubjects
{
    [Required]
    [Description("The name of the group, unlike the others.")]
    public string? Name { get; init; }
}
