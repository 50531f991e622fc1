using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>The errors of a problem or a report, short enough to compare with.</summary>
internal static class ErrorList
{
    /// <summary>Each as <c>field code</c>, or <c>line field code</c> where there is a line.</summary>
    public static IReadOnlyList<string> Errors(this JsonObject problemOrReport) =>
        [
            .. problemOrReport["errors"]!
                .AsArray()
                .Select(error =>
                    string.Join(
                        ' ',
                        new[] { error!["line"], error["field"], error["code"] }.Where(part => part is not null)
                    )
                ),
        ];

    /// <summary>The counts as <c>received stored updated duplicates rejected</c>.</summary>
    public static string Counts(this JsonObject report) =>
        string.Join(
            ' ',
            new[] { "received", "stored", "updated", "duplicates", "rejected" }.Select(name =>
                report[name]!.ToJsonString()
            )
        );
}
