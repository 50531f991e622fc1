using System.Text.Json;

namespace CxMetrics.Api.Hosting;

/// <summary>Names of enum members as they appear in JSON, queries and CSV.</summary>
internal static class EnumNames
{
    public static string CamelCase<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
