namespace CxMetrics.Domain.Facts;

/// <summary>The stable codes of <see cref="FactError"/>. A code is never renamed: programs branch on it.</summary>
public static class FactErrorCodes
{
    public const string Required = "required";
    public const string UnknownMember = "unknownMember";
    public const string DuplicateMember = "duplicateMember";
    public const string WrongType = "wrongType";
    public const string UnknownValue = "unknownValue";
    public const string NotAnInteger = "notAnInteger";
    public const string OutOfRange = "outOfRange";
    public const string TooPrecise = "tooPrecise";
    public const string Conflict = "conflict";
    public const string ScaleMismatch = "scaleMismatch";
    public const string BadTimestamp = "badTimestamp";
    public const string TooLong = "tooLong";
    public const string TooMany = "tooMany";
    public const string BadText = "badText";
    public const string InvalidJson = "invalidJson";
    public const string InvalidCsv = "invalidCsv";
    public const string Truncated = "truncated";
    public const string TooLarge = "tooLarge";
    public const string EmptyBody = "emptyBody";
}
