using System.Globalization;
using System.Text;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Testing;

/// <summary>
/// The calls in cookbooks that declare resources, and which of them tests reached. A call counts as covered when a run
/// declared a resource there.
/// </summary>
/// <param name="Sites">All such calls, sorted by file and position.</param>
/// <param name="Notes">What is missing from the report, such as a recipe that does not compile.</param>
public sealed record CoverageReport(IReadOnlyList<CoveredSite> Sites, IReadOnlyList<string> Notes)
{
    private const string NothingRecorded =
        "the report of coverage has no resources: no run of a recipe with resources was recorded before it. Read it after the last test, in the process that ran the tests, or from the file that it wrote";

    /// <summary>The number of calls that declare resources.</summary>
    public int Total => Sites.Count;

    /// <summary>The number of calls where a run declared a resource.</summary>
    public int Declared => Sites.Count(site => site.Declared);

    /// <summary>The number of calls of which an action of a resource ran.</summary>
    public int Ran => Sites.Count(site => site.Ran);

    /// <summary>The share of the calls where a run declared a resource, from 0 to 100; 0 without any call.</summary>
    public double Percent => Total == 0 ? 0 : 100.0 * Declared / Total;

    /// <summary>Asserts that tests reached a share of the calls.</summary>
    /// <param name="percent">The least share, from 0 to 100.</param>
    /// <exception cref="ChefTestException">They reached less, and the message lists the calls that none reached; or the
    /// report has no call, since no run was recorded before.</exception>
    /// <example><code>CookbookCoverage.Report().ShouldCover(90);</code></example>
    public CoverageReport ShouldCover(double percent) =>
        Total == 0 ? throw new ChefTestException(NothingRecorded + Notes.Aggregate("", (text, note) => $"{text}\nnote: {note}"))
        : Percent >= percent ? this
        : throw new ChefTestException(string.Create(
            CultureInfo.InvariantCulture, $"tests should declare {percent:0.#} % of the resources, but declare {Rounded()} %\n{this}"));

    /// <summary>Adds the report to a file of JSON, which several processes may write at the same time.</summary>
    /// <exception cref="ChefTestException">The file is not a report of coverage.</exception>
    public void Write(string path) => CoverageFile.Add(path, this);

    /// <summary>Reads a file that <see cref="Write"/> or <c>CSHARPCHEF_COVERAGE</c> wrote.</summary>
    /// <exception cref="ChefTestException">The file does not exist, or is not a report of coverage.</exception>
    public static CoverageReport Read(string path) => CoverageFile.Read(path);

    /// <summary>The report as a text: totals, each file, and the calls that no test reached.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"{Declared} of {Total} resources declared by a test ({Rounded()} %), {Ran} ran\n"));
        foreach (var file in Sites.GroupBy(site => site.File))
        {
            text.Append($"    {file.Count(site => site.Declared)} of {file.Count()}  {ShownPath.Of(file.Key)}\n");
        }

        Append(text, "never declared", Sites.Where(site => !site.Declared));
        Append(text, "declared, but never ran: a guard prevented it, or nothing notified it", Sites.Where(
            site => site is { Declared: true, Ran: false }));
        return text.Append(string.Concat(Notes.Select(note => $"note: {note}\n"))).ToString();
    }

    // Rounded down: 100 means all.
    private double Rounded() => Math.Floor(Percent * 10) / 10;

    private static void Append(StringBuilder text, string title, IEnumerable<CoveredSite> sites)
    {
        var lines = string.Concat(sites.Select(site => $"    {site.Place(ShownPath.Of(site.File))} {site.Word}\n"));
        text.Append(lines.Length == 0 ? "" : $"{title}:\n{lines}");
    }
}
