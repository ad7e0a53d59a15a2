using System.Globalization;
using System.Text.RegularExpressions;

namespace CSharpChef.Benchmarks;

/// <summary>
/// The scenario of a large suite of cookbook tests: a test project of 1,000 tests, each of which converges a recipe of
/// 20 resources on a fake node. Its cookbook is compiled before the first measured run.
/// </summary>
internal static partial class TestSuite
{
    public static Scenario OfThousandTests()
    {
        var project = TestSuiteProject.Write(Repository.TestSuite);
        var assembly = Path.Combine(Repository.TestSuite, "out/Suite.dll");
        MeasuredCommand tests = new("process", ["dotnet", assembly, "-noLogo"]) { Succeeds = AllPassed };
        return new("1,000 tests of 20 resources each", [tests, tests with { Name = "runner", Duration = RunnersTime }])
        {
            Before =
            [
                new("build", ["dotnet", "build", project, "-c", "Release", "--nologo", "-v", "quiet", "-o", Path.GetDirectoryName(assembly)!]),
                tests,
            ],
            Remark = "The goal is less than 5 s. *runner* is the duration that the test runner of xunit reports, *process* the time from start to end. The tests are "
                + "in 20 classes, which run at the same time on the processors; each test makes a fake node, converges a recipe of 20 "
                + "resources and asserts.",
        };
    }

    private static bool AllPassed(string output) =>
        output.Contains($"Total: {TestSuiteProject.Tests}, Errors: 0, Failed: 0, Skipped: 0", StringComparison.Ordinal);

    private static TimeSpan RunnersTime(string output) => TimeSpan.FromSeconds(
        double.Parse(RunnersLine().Match(output).Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Time: ([0-9.]+)s")]
    private static partial Regex RunnersLine();
}
