using System.Text;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Finds members by their UTF-8 name without making a string of it.</summary>
internal sealed class MemberNames<TMember>
    where TMember : struct, Enum
{
    private readonly (byte[] Name, TMember Member)[][] _byLength;
    private readonly Dictionary<TMember, string> _names;

    public MemberNames(params (string Name, TMember Member)[] members)
    {
        _names = members.ToDictionary(member => member.Member, member => member.Name);
        _byLength = new (byte[], TMember)[members.Max(member => member.Name.Length) + 1][];
        for (int length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] =
            [
                .. members
                    .Where(member => member.Name.Length == length)
                    .Select(member => (Encoding.ASCII.GetBytes(member.Name), member.Member)),
            ];
        }
    }

    public string this[TMember member] => _names[member];

    public bool TryFind(ReadOnlySpan<byte> name, out TMember found)
    {
        if (name.Length < _byLength.Length)
        {
            foreach ((byte[] candidate, TMember member) in _byLength[name.Length])
            {
                if (name.SequenceEqual(candidate))
                {
                    found = member;
                    return true;
                }
            }
        }

        found = default;
        return false;
    }

    public bool TryFind(string name, out TMember found) => TryFind(Encoding.UTF8.GetBytes(name), out found);
}
