using System.Globalization;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>The numbers of a data set as others computed them, and what the service says of it.</summary>
internal sealed class ExpectedNumbers
{
    /// <summary>Half of the last of six decimals, and a little for the binary fraction.</summary>
    private const double Precision = 0.5000001e-6;

    private readonly string _set;
    private readonly string _range;
    private readonly JsonObject _expected;

    /// <summary>Reads the numbers of a set.</summary>
    /// <param name="set">The set, which is also the name of its survey.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="to">The day after its last.</param>
    public ExpectedNumbers(string set, string from, string to)
    {
        RealDataFolder.Require(set);
        _set = set;
        _range = $"from={from}&to={to}&survey={set}";
        _expected = JsonNode.Parse(File.ReadAllText(RealDataFolder.PathOf(set, "expected.json")))!.AsObject();
    }

    public JsonObject this[string name] => _expected[name]!.AsObject();

    /// <summary>The one row of a metric over all of the set.</summary>
    public async Task<JsonObject> ReadAsync(string metric)
    {
        IReadOnlyList<JsonObject> rows = await ReadRowsAsync(metric, string.Empty);
        return rows.Should().ContainSingle().Subject;
    }

    /// <summary>The rows of a metric by a dimension, under the names that the expected numbers have.</summary>
    public async Task<IReadOnlyDictionary<string, JsonObject>> ReadGroupsAsync(
        string metric,
        string dimension,
        Func<string?, string>? name = null
    )
    {
        IReadOnlyList<JsonObject> rows = await ReadRowsAsync(metric, $"&groupBy={dimension}");
        return rows.ToDictionary(row =>
        {
            string? value = row["group"]![dimension]?.GetValue<string>();
            return name is null ? value! : name(value);
        });
    }

    /// <summary>The rows of a metric by period, those without answers left out.</summary>
    public async Task<IReadOnlyDictionary<string, JsonObject>> ReadPeriodsAsync(
        string metric,
        string period,
        Func<DateOnly, string> name
    )
    {
        IReadOnlyList<JsonObject> rows = await ReadRowsAsync(metric, $"&period={period}");
        return rows.Where(row => row["n"]!.GetValue<long>() > 0)
            .ToDictionary(row =>
                name(
                    DateOnly.ParseExact(
                        row["periodStart"]!.GetValue<string>(),
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture
                    )
                )
            );
    }

    /// <summary>Compares every group of a metric, and that there are no others.</summary>
    public static void CompareAll(
        IReadOnlyDictionary<string, JsonObject> rows,
        JsonObject expected,
        Action<JsonObject, JsonNode> compare
    )
    {
        rows.Keys.Should().BeEquivalentTo(expected.Select(group => group.Key));
        using (new FluentAssertions.Execution.AssertionScope())
        {
            foreach ((string name, JsonNode? numbers) in expected)
            {
                using var scope = new FluentAssertions.Execution.AssertionScope(name);
                compare(rows[name], numbers!);
            }
        }
    }

    /// <summary>Net promoter score: counts, value and standard error.</summary>
    public static void CompareNps(JsonObject row, JsonNode expected)
    {
        Count(row["n"]).Should().Be(Count(expected["responses"]));
        foreach (string band in new[] { "promoters", "passives", "detractors" })
        {
            Count(row["breakdown"]![band]).Should().Be(Count(expected[band]), band);
        }

        Number(row["value"]).Should().BeApproximately(Number(expected["nps"]), Precision);
        Number(row["standardError"]).Should().BeApproximately(Number(expected["standardError"]), Precision);
    }

    /// <summary>Share of satisfied answers: counts and share, which is in percent here.</summary>
    public static void CompareShare(JsonObject row, JsonNode expected)
    {
        Count(row["n"]).Should().Be(Count(expected["responses"]));
        Count(row["breakdown"]!.AsObject().GetAt(0).Value).Should().Be(Count(expected["topBoxCount"]));
        (Number(row["value"]) / 100).Should().BeApproximately(Number(expected["topBoxShare"]), Precision);
    }

    /// <summary>Mean rating: mean and the count of every score.</summary>
    public static void CompareMean(JsonObject row, JsonNode expected)
    {
        Count(row["n"]).Should().Be(Count(expected["responses"] ?? expected["n"]));
        Number(row["value"]).Should().BeApproximately(Number(expected["mean"]), Precision);
        if (expected["distribution"] is { } distribution)
        {
            row["breakdown"]!
                .AsObject()
                .ToDictionary(score => score.Key, score => Count(score.Value))
                .Should()
                .Equal(distribution.AsObject().ToDictionary(score => score.Key, score => Count(score.Value)));
        }
    }

    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Count(JsonNode? node) => node!.GetValue<long>();

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private async Task<IReadOnlyList<JsonObject>> ReadRowsAsync(string metric, string query)
    {
        JsonObject report = await RealDataDatabase.Application.GetJsonAsync($"/v1/metrics/{metric}?{_range}{query}");
        report["complete"]!.GetValue<bool>().Should().BeTrue(_set);
        return [.. report["rows"]!.AsArray().Select(row => row!.AsObject())];
    }
}
