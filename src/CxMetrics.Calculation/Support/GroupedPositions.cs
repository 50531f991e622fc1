namespace CxMetrics.Calculation.Support;

/// <summary>Positions of a list by group, in the order of the list: a counting sort.</summary>
internal sealed class GroupedPositions
{
    /// <summary>The group of what belongs to none.</summary>
    public const int None = -1;

    private readonly int[] _starts;
    private readonly int[] _positions;

    /// <summary>Sorts the positions.</summary>
    /// <param name="groupOf">The group of each position, from 0, or <see cref="None"/>.</param>
    /// <param name="groups">The number of groups.</param>
    public GroupedPositions(ReadOnlySpan<int> groupOf, int groups)
    {
        _starts = new int[groups + 1];
        foreach (int group in groupOf)
        {
            if (group != None)
            {
                _starts[group + 1]++;
            }
        }

        for (int group = 0; group < groups; group++)
        {
            _starts[group + 1] += _starts[group];
        }

        int[] next = [.. _starts];
        _positions = new int[_starts[groups]];
        for (int position = 0; position < groupOf.Length; position++)
        {
            int group = groupOf[position];
            if (group != None)
            {
                _positions[next[group]] = position;
                next[group]++;
            }
        }
    }

    /// <summary>The positions of a group.</summary>
    public ReadOnlySpan<int> this[int group] => _positions.AsSpan(_starts[group].._starts[group + 1]);
}
