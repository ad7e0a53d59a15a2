using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>The report and the notes of one recipe that was converged on one instance.</summary>
internal sealed record RecipeRun(HostReport Report, IReadOnlyList<string> Notes)
{
    public string Messages => string.Concat(
        Report.Resources.Select(resource => $"{resource.Message}\n{resource.Output}\n")) + Report.Error?.Message;

    public static async Task<RecipeRun> RunAsync(
        int instance, string recipe, CancellationToken ct, ConvergeMode mode = ConvergeMode.Converge)
    {
        var folder = TemporaryFolder.Create("csharpchef-recipe-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "one", "recipes"));
            await File.WriteAllTextAsync(Path.Combine(folder, "one", "recipes", "default.csx"), recipe, ct);
            var notes = new List<string>();
            var request = new RunRequest(
                [RunListItem.Parse("one")], new RecipeLibrary(new CookbookStore([folder]), DiskCache.Default()))
            {
                Events = new RunEvents { Note = (_, note) => notes.Add(note) },
            };
            await using var link = Machine.NewSession(instance, mode, ct);
            return new RecipeRun(await new ChefRun(
                request with { Mode = mode }, Machine.Target(instance), link).RunAsync(ct), notes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
