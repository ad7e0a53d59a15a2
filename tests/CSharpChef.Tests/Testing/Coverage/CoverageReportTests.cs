using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Coverage;

public sealed class CoverageReportTests
{
    private static readonly CoverageReport Report = new(
        [
            new CoveredSite("/cookbooks/web/recipes/default.csx", 1, "File") { Declared = true, Ran = true },
            new CoveredSite("/cookbooks/web/recipes/default.csx", 7, "Execute") { Declared = true },
            new CoveredSite("/cookbooks/web/recipes/deploy.csx", 3, "Package"),
        ],
        ["web::broken does not compile"]);

    [Fact]
    public void The_text_has_the_totals_and_the_lines_that_no_test_reached() => Assert.Equal(
        """
        2 of 3 resources declared by a test (66.6 %), 1 ran
            2 of 2  /cookbooks/web/recipes/default.csx
            0 of 1  /cookbooks/web/recipes/deploy.csx
        never declared:
            /cookbooks/web/recipes/deploy.csx:3 Package
        declared, but never ran: a guard prevented it, or nothing notified it:
            /cookbooks/web/recipes/default.csx:7 Execute
        note: web::broken does not compile

        """,
        Report.ToString());

    [Fact]
    public void A_share_below_the_threshold_fails_with_the_lines()
    {
        Report.ShouldCover(66);

        var message = Assert.Throws<ChefTestException>(() => Report.ShouldCover(67)).Message;

        Assert.StartsWith(
            "tests should declare 67 % of the resources, but declare 66.6 %\n", message, StringComparison.Ordinal);
        Assert.Contains("deploy.csx:3 Package", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_recording_is_an_error_that_tells_how_to_start()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CSHARPCHEF_COVERAGE") is not null, "coverage is recorded");

        Assert.Contains(
            "call CookbookCoverage.Start()",
            Assert.Throws<ChefTestException>(CookbookCoverage.Report).Message,
            StringComparison.Ordinal);
    }
}
