using System.Globalization;
using System.Reflection;

namespace CxMetrics.Storage.Migrations;

/// <summary>One numbered script. It is never edited after a release: databases out there have run it.</summary>
internal sealed record Migration(int Number, string Name, string Script)
{
    /// <summary>The scripts of a dialect in order, embedded as <c>Migrations/Dialect/0001_Name.sql</c>.</summary>
    public static IReadOnlyList<Migration> Of(string dialect)
    {
        Assembly assembly = typeof(Migration).Assembly;
        string prefix = $"{assembly.GetName().Name}.Migrations.{dialect}.";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Select(resource => Read(assembly, resource, resource[prefix.Length..]))
                .OrderBy(migration => migration.Number),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        int number = int.Parse(file[..4], CultureInfo.InvariantCulture);
        return new Migration(number, file[5..^4], reader.ReadToEnd());
    }
}
