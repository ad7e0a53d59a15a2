using CSharpChef.Testing;

namespace CSharpChef.Benchmarks;

/// <summary>
/// The scenario of a cookbook's unit tests: this program runs as a test process, which converges a recipe once for each
/// test.
/// </summary>
internal static class UnitTests
{
    /// <summary>The argument that makes this program the test process; the number of tests follows.</summary>
    public const string Argument = "--run-unit-tests";

    public static Scenario OfCookbook() => new(
        "Unit tests of a cookbook that binds a record of ten properties", [Process(1), Process(1000)])
    {
        Remark = "One process with 1 test, and one with 1,000; each test converges the cookbook `shop` on a fake node and asserts.",
    };

    public static async Task RunAsync(int count)
    {
        var cookbooks = new ChefTest(Repository.BenchmarkCookbooks);
        for (var port = 1; port <= count; port++)
        {
            var node = FakeNode.Debian12().PackageBringsService("nginx");
            var run = await cookbooks.With(new { shop = new { port } }).Converge("shop", node);
            run.Node.File("/srv/shop/settings.conf").ShouldContain($"port {port}\n");
        }
    }

    private static MeasuredCommand Process(int count) => new(
        count == 1 ? "1 unit test" : $"{count} unit tests",
        [Environment.ProcessPath!, typeof(UnitTests).Assembly.Location, Argument, $"{count}"]);
}
