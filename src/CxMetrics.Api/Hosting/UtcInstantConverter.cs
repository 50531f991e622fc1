using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxMetrics.Api.Hosting;

/// <summary>Writes instants as RFC 3339 in UTC with the usual Z, and as many digits as there are.</summary>
internal sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
