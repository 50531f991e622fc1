namespace CxMetrics.Calculation.Support;

/// <summary>Contacts about one issue of which each came within the window after the end of the ones before.</summary>
/// <param name="First">The first contact.</param>
/// <param name="Issue">The number of the issue.</param>
/// <param name="Contacts">How many contacts there are, the first included.</param>
/// <param name="SolvedAt">The earliest end of a contact with a solve; null when none is solved.</param>
/// <param name="FollowedAt">The earliest arrival of another contact from that solve on; null when none came.</param>
internal readonly record struct Episode(
    Contact First,
    int Issue,
    int Contacts,
    DateTimeOffset? SolvedAt,
    DateTimeOffset? FollowedAt
);
