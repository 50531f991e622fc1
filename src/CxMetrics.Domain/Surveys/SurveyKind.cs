namespace CxMetrics.Domain.Surveys;

/// <summary>What a survey asks about; the values are stored.</summary>
public enum SurveyKind
{
    /// <summary>The relationship as a whole, asked again from time to time: a respondent's latest answer stands.</summary>
    Relationship = 1,

    /// <summary>One interaction: every answer stands.</summary>
    Transactional = 2,
}
