using System.Text.Json;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>Reads facts of one kind from JSON. Reused from fact to fact; not thread-safe.</summary>
internal interface IJsonFactReader<out TFact>
    where TFact : class
{
    /// <summary>What is wrong with the fact read last.</summary>
    FactErrors Errors { get; }

    /// <summary>Source and id of the fact read last, as far as they could be read.</summary>
    (string? Source, string? Id) Key { get; }

    /// <summary>Reads the object that the reader stands on, to its closing brace.</summary>
    /// <returns>The fact; null when anything is wrong with it, which <see cref="Errors"/> then says.</returns>
    TFact? Read(ref Utf8JsonReader reader);
}
