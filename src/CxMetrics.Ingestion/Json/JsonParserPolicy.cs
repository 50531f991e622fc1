using CxMetrics.Domain.Responses;
using Microsoft.Extensions.ObjectPool;

namespace CxMetrics.Ingestion.Json;

/// <summary>Makes parsers of responses. They keep buffers and known strings, so requests share a few.</summary>
internal sealed class JsonParserPolicy(TimeProvider clock) : PooledObjectPolicy<JsonFactParser<SurveyResponse>>
{
    public override JsonFactParser<SurveyResponse> Create() => new(new ResponseJsonReader(clock), "response");

    public override bool Return(JsonFactParser<SurveyResponse> obj) => true;
}
