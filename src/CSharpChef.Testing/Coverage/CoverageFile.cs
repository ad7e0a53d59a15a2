using System.Security.Cryptography;
using System.Text.Json;

namespace CSharpChef.Testing;

/// <summary>
/// A report of coverage as a file of JSON. Writing adds to what is in it, under a lock, so that the processes of
/// several test projects can write one file. The lines of a script that has changed since are replaced.
/// </summary>
internal static class CoverageFile
{
    private const int Format = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Add(string path, CoverageReport report)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var held = FileMutex.Hold(path);
        var merged = File.Exists(path) ? Merge(Contents(path), report) : Contents(report);
        var next = $"{path}.new";
        File.WriteAllText(next, JsonSerializer.Serialize(merged, Json) + "\n");
        File.Move(next, path, overwrite: true);
        File.WriteAllText(Path.ChangeExtension(path, ".txt"), $"{Report(merged)}");
    }

    public static CoverageReport Read(string path) => File.Exists(path)
        ? Report(Contents(path))
        : throw new ChefTestException($"there is no report of coverage at {path}: run the tests with {CookbookCoverage.Variable}={path}");

    private static Document Contents(string path)
    {
        try
        {
            var found = JsonSerializer.Deserialize<Document>(File.ReadAllText(path), Json);
            return found is { Format: Format, Files: not null }
                ? found
                : throw new JsonException("it has another format: delete it");
        }
        catch (JsonException e)
        {
            throw new ChefTestException($"{path} is not a report of coverage: {e.Message}");
        }
    }

    private static Document Contents(CoverageReport report) => Document.Of(
        report.Sites.GroupBy(site => site.File).Select(file => new Script(file.Key, HashOf(file.Key), [.. file])),
        report.Notes);

    private static Document Merge(Document old, CoverageReport report)
    {
        var current = Contents(report).Files;
        var files = old.Files.Concat(current)
            .GroupBy(file => file.Path)
            .Select(same => same.Where(file => file.Sha256 == same.Last().Sha256).Aggregate(Merge));
        return Document.Of(files, [.. old.Notes.Concat(report.Notes).Distinct()]);
    }

    private static Script Merge(Script one, Script other) => one with
    {
        Sites = [.. one.Sites.Concat(other.Sites).GroupBy(site => (site.Line, site.Column, site.Word)).Select(Merge)],
    };

    private static CoveredSite Merge(IEnumerable<CoveredSite> same) => same.Aggregate((one, other) => one with
    {
        Declared = one.Declared || other.Declared,
        Ran = one.Ran || other.Ran,
    });

    private static CoverageReport Report(Document contents)
    {
        var sites = contents.Files.SelectMany(file => file.Sites);
        return new(
            [
                .. sites.OrderBy(site => site.File, StringComparer.Ordinal)
                    .ThenBy(site => site.Line)
                    .ThenBy(site => site.Column),
            ],
            contents.Notes);
    }

    private static string HashOf(string file) =>
        File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "";

    private sealed record Document(
        int Format, int Total, int Declared, int Ran, IReadOnlyList<Script> Files, IReadOnlyList<string> Notes)
    {
        public static Document Of(IEnumerable<Script> files, IReadOnlyList<string> notes)
        {
            var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
            var sites = sorted.SelectMany(file => file.Sites).ToList();
            var (declared, ran) = (sites.Count(site => site.Declared), sites.Count(site => site.Ran));
            return new(CoverageFile.Format, sites.Count, declared, ran, sorted, notes);
        }
    }

    private sealed record Script(string Path, string Sha256, IReadOnlyList<CoveredSite> Sites);
}
