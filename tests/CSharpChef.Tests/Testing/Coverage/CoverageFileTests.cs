using System.Diagnostics;
using System.Text.Json.Nodes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Testing.Coverage;

public sealed class CoverageFileTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("coverage-");
    private readonly string path;
    private readonly string script;

    public CoverageFileTests()
    {
        path = Path.Combine(folder, "reports/coverage.json");
        script = Path.Combine(folder, "default.csx");
        File.WriteAllText(script, "File(\"/a\");");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reports_of_several_processes_are_added()
    {
        Of(new CoveredSite(script, 1, "File") { Declared = true }, new CoveredSite(script, 2, "File")).Write(path);
        Of(new CoveredSite(script, 1, "File") { Ran = true }, new CoveredSite(script, 2, "File")).Write(path);

        Assert.Equal(
            [new CoveredSite(script, 1, "File") { Declared = true, Ran = true }, new CoveredSite(script, 2, "File")],
            CoverageReport.Read(path).Sites);
    }

    [Fact]
    public void The_lines_of_a_script_that_has_changed_are_replaced()
    {
        Of(new CoveredSite(script, 1, "File") { Declared = true }).Write(path);
        File.WriteAllText(script, "\nPackage(\"a\");");

        Of(new CoveredSite(script, 2, "Package")).Write(path);

        Assert.Equal([new CoveredSite(script, 2, "Package")], CoverageReport.Read(path).Sites);
    }

    [Fact]
    public void Many_writers_at_once_lose_nothing()
    {
        var writers = Enumerable.Range(1, 20)
            .Select(line => new Thread(() => Of(new CoveredSite(script, line, "File") { Declared = true }).Write(path)))
            .ToList();

        writers.ForEach(writer => writer.Start());
        writers.ForEach(writer => writer.Join());

        Assert.Equal(20, CoverageReport.Read(path).Declared);
    }

    [Fact]
    public void A_program_reads_the_totals_and_a_person_the_text_beside_the_file()
    {
        Of(new CoveredSite(script, 1, "File") { Declared = true }, new CoveredSite(script, 2, "File")).Write(path);

        var json = JsonNode.Parse(File.ReadAllText(path))!;

        Assert.Equal((2, 1, 0), ((int)json["total"]!, (int)json["declared"]!, (int)json["ran"]!));
        Assert.Contains("never declared:", File.ReadAllText(Path.ChangeExtension(path, ".txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public void Another_file_is_an_error_that_names_it(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        Assert.Contains(
            $"{path} is not a report of coverage",
            Assert.Throws<ChefTestException>(() => Of().Write(path)).Message,
            StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_file_is_an_error_that_tells_how_to_make_it() => Assert.Contains(
        $"run the tests with CSHARPCHEF_COVERAGE={path}",
        Assert.Throws<ChefTestException>(() => CoverageReport.Read(path)).Message,
        StringComparison.Ordinal);

    [Fact, WholeSuite]
    public async Task Processes_of_tests_add_their_runs_to_the_file_of_the_variable()
    {
        var ct = TestContext.Current.CancellationToken;
        var processes = new[] { "*.RunSnapshotTests", "*.ShippedCookbookTests" }.Select(Start).ToList();
        foreach (var process in processes)
        {
            await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            Assert.Equal(0, process.ExitCode);
            process.Dispose();
        }

        var report = CoverageReport.Read(path);

        Assert.Contains(report.Sites, site => site.Declared && site.File.EndsWith("nginx/recipes/default.csx"));
        Assert.Contains(report.Sites, site => site.Ran && site.File.EndsWith("quickstart/recipes/default.csx"));
    }

    private static CoverageReport Of(params CoveredSite[] sites) => new(sites, []);

    private Process Start(string tests)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CoverageFileTests).Assembly.Location, "-noLogo", "-class", tests])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["CSHARPCHEF_COVERAGE"] = path;
        return Process.Start(start)!;
    }
}
