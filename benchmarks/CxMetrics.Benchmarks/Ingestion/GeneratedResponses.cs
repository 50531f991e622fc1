namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Responses computed one by one from their number: any two runs, and both contenders, get the same.</summary>
/// <remarks>
/// Few touchpoints, channels and segments get most answers; half the responses have a customer, of whom few answer often;
/// a third have a comment. Ids are scattered, as the ids of survey tools are, so that the index over them is written all over.
/// </remarks>
internal sealed class GeneratedResponses(RowOrder order, int count, ResponsePopulation population)
{
    public const string Survey = "relationship";

    private const int PickSteps = 256;

    private static readonly byte[] ScorePicks = Picks(3, 1, 2, 2, 3, 6, 8, 15, 21, 19, 20);
    private static readonly byte[] TouchpointPicks = Picks(60, 30, 20, 15, 12, 10, 9, 8, 7, 6);
    private static readonly byte[] ChannelPicks = Picks(60, 30, 20, 15, 12);
    private static readonly byte[] SegmentPicks = Picks(60, 30, 20, 15, 12, 10);

    /// <summary>Responses of <see cref="ResponsePopulation.OneYear"/>.</summary>
    public GeneratedResponses(RowOrder order, int count)
        : this(order, count, ResponsePopulation.OneYear) { }

    public static IReadOnlyList<string> Touchpoints { get; } =
    [
        "checkout",
        "delivery",
        "support",
        "onboarding",
        "billing",
        "returns",
        "renewal",
        "store-visit",
        "installation",
        "cancellation",
    ];

    public static IReadOnlyList<string> Channels { get; } = ["email", "web", "in-app", "sms", "phone"];

    public static IReadOnlyList<string> Segments { get; } =
    ["consumer", "small-business", "mid-market", "enterprise", "public-sector", "partner"];

    public static IReadOnlyList<string> Comments { get; } =
    [.. from opening in Openings from ending in Endings select $"{opening} {ending}"];

    public int Count { get; } = count;

    private static IEnumerable<string> Openings =>
        [
            "Everything worked the first time,",
            "It took three calls until somebody understood the problem,",
            "The parcel came a day early,",
            "I could not find the setting I needed,",
            "Your colleague was patient and knew the product,",
            "The invoice was wrong again,",
            "Fast,",
            "The new page is slower than the old one,",
        ];

    private static IEnumerable<string> Endings =>
        [
            "thank you.",
            "and I would order again.",
            "which is a pity after so many years with you.",
            "so I told two friends about it.",
            "but the price has gone up.",
            "und der Rückversand war kostenlos.",
            "please keep it that way.",
            "and nobody has answered my mail since.",
        ];

    /// <summary>The response with a number from 0.</summary>
    public GeneratedResponse this[int number]
    {
        get
        {
            ulong id = Mix(population.Seed + (ulong)number);
            ulong picks = Mix(id);
            ulong more = Mix(picks);
            return new GeneratedResponse(
                id,
                population.Start + TimeOf(number, more),
                ScorePicks[(byte)picks],
                TouchpointPicks[(byte)(picks >> 8)],
                ChannelPicks[(byte)(picks >> 16)],
                SegmentPicks[(byte)(picks >> 24)],
                Customer: (picks & (1UL << 32)) == 0 ? -1 : CustomerOf((uint)(picks >> 33)),
                Comment: more % 3 == 0 ? (int)(more >> 32) & 63 : -1
            );
        }
    }

    private TimeSpan TimeOf(int number, ulong random)
    {
        long seconds = population.Days * (long)TimeSpan.FromDays(1).TotalSeconds;
        long second = order == RowOrder.ByTime ? seconds * number / Count : (long)((random >> 8) % (ulong)seconds);
        return TimeSpan.FromSeconds(second);
    }

    // The square of an even number crowds at the start: one customer in a hundred gives one response in ten.
    private int CustomerOf(uint random)
    {
        double even = random / (double)(1U << 31);
        return (int)(even * even * population.Customers);
    }

    // SplitMix64: different numbers give different results, so ids are unique.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static byte[] Picks(params ReadOnlySpan<int> weights)
    {
        int total = 0;
        foreach (int weight in weights)
        {
            total += weight;
        }

        byte[] picks = new byte[PickSteps];
        int choice = 0;
        int reached = weights[0];
        for (int step = 0; step < PickSteps; step++)
        {
            while (step * total >= reached * PickSteps)
            {
                choice++;
                reached += weights[choice];
            }

            picks[step] = (byte)choice;
        }

        return picks;
    }
}
