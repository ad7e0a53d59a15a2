using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// The cookbook "scratch" with recipes that a test writes, in a folder that is deleted after the test.
/// </summary>
internal sealed class ScratchRecipes : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-recipes-");

    public ScratchRecipes() => Directory.CreateDirectory(Path.Combine(Cookbooks, "scratch", "files"));

    public string Cookbooks => Path.Combine(folder, "cookbooks");

    /// <summary>Adds a file to the cookbook and returns its content.</summary>
    public byte[] AddFile(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Cookbooks, "scratch", "files", name), content);
        return content;
    }

    public void AddTemplate(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(Cookbooks, "scratch", "templates"));
        File.WriteAllText(Path.Combine(Cookbooks, "scratch", "templates", name), text);
    }

    public RunListItem AddRecipe(string recipe, string name = "default")
    {
        Directory.CreateDirectory(Path.Combine(Cookbooks, "scratch", "recipes"));
        File.WriteAllText(Path.Combine(Cookbooks, "scratch", "recipes", $"{name}.csx"), recipe);
        return new RunListItem("scratch", name);
    }

    /// <summary>Compiles a recipe and converges it on one instance.</summary>
    public async Task<HostReport> RunAsync(
        int instance,
        string recipe,
        CancellationToken ct,
        ConvergeMode mode = ConvergeMode.Converge,
        string user = "root",
        Func<SessionOptions, SessionOptions>? change = null)
    {
        var item = AddRecipe(recipe);
        var request = new RunRequest(
            [item], new RecipeLibrary(new CookbookStore([Cookbooks]), DiskCache.Default()))
        {
            Mode = mode,
        };
        await using var session = Machine.NewSession(instance, mode, ct, user, change);
        return await new ChefRun(request, Machine.Target(instance, user), session).RunAsync(ct);
    }

    /// <summary>Converges a recipe on one instance; the test fails when the run fails.</summary>
    public async Task<HostReport> RunSuccessfullyAsync(
        int instance,
        string recipe,
        CancellationToken ct,
        string user = "root",
        Func<SessionOptions, SessionOptions>? change = null)
    {
        var report = await RunAsync(instance, recipe, ct, user: user, change: change);
        Assert.True(report.Status == HostStatus.Ok, FailureText(report));
        return report;
    }

    public static string FailureText(HostReport report) => $"{report.Status} {report.Error?.Message} "
        + string.Join("; ", report.Resources.Where(result => result.Status == ResultStatus.Failed)
            .Select(result => $"{result.Resource}: {result.Message} {result.Output}"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
