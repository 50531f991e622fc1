namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Who responds, and when.</summary>
/// <param name="Start">The first moment.</param>
/// <param name="Days">Days with responses.</param>
/// <param name="Customers">How many different customers there are at most.</param>
/// <param name="Seed">Another seed makes other ids, scores and customers.</param>
internal sealed record ResponsePopulation(DateTime Start, int Days, int Customers, ulong Seed)
{
    public const ulong DefaultSeed = 20_260_101;

    private const int ResponsesPerCustomer = 8;

    public static ResponsePopulation OneYear { get; } =
        new(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), Days: 365, Customers: 50_000, DefaultSeed);

    /// <summary>The years 2023 to 2025; as many customers as make one for eight responses, with and without a customer.</summary>
    public static ResponsePopulation ThreeYears(int responses, ulong seed) =>
        new(
            new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Days: 1_096,
            Math.Max(1, responses / ResponsesPerCustomer),
            seed
        );
}
