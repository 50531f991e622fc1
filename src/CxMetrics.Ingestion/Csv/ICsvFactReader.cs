using CsvHelper;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Reads facts of one kind from the rows of one file.</summary>
internal interface ICsvFactReader<out TFact>
    where TFact : class
{
    /// <summary>What is wrong with the header, or with the row read last.</summary>
    FactErrors Errors { get; }

    /// <summary>Columns that nothing is taken from; known once the header is bound.</summary>
    IReadOnlyList<string> IgnoredColumns { get; }

    /// <summary>Learns what the columns are. The file cannot be read if that leaves <see cref="Errors"/>.</summary>
    void Bind(IReadOnlyList<string> headers);

    /// <summary>Reads the row that the reader stands on.</summary>
    /// <returns>The fact; null when anything is wrong with it, which <see cref="Errors"/> then says.</returns>
    TFact? Read(CsvReader row);
}
