using CSharpChef.Converge.Cookbooks.Locks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CSharpChef.Sdk.Tasks;

/// <summary>
/// The task of MSBuild that finds what a script of a cookbook can use: the scripts of <c>lib/</c> and <c>resources/</c>
/// of the cookbook and of its dependencies, and the files that the script includes.
/// </summary>
public sealed class FindScripts : Microsoft.Build.Utilities.Task
{
    /// <summary>The path of the script.</summary>
    [Required]
    public string Entry { get; set; } = "";

    /// <summary>The paths of the source files that the project has so far.</summary>
    public string[] Sources { get; set; } = [];

    /// <summary>The logical path of the script; empty when it is in no cookbook.</summary>
    [Output]
    public string Script { get; private set; } = "";

    /// <summary>The source files that are scripts of the cookbook, without the entry.</summary>
    [Output]
    public ITaskItem[] Included { get; private set; } = [];

    /// <summary>The scripts, with their logical paths.</summary>
    [Output]
    public ITaskItem[] Scripts { get; private set; } = [];

    /// <summary>The NuGet packages that the scripts name, with their versions.</summary>
    [Output]
    public ITaskItem[] Packages { get; private set; } = [];

    public override bool Execute()
    {
        if (CookbookOfScript.Of(Entry, CookbookCache.Default()) is not { } found)
        {
            return true;
        }

        Script = found.Script(Entry).Path;
        var included = Sources.Where(source => source != Entry && found.Has(source)).Select(found.Script).ToList();
        Included = [.. included.Select(script => new TaskItem(script.File))];
        var scripts = found.Shared(Warn).Concat(included).Distinct().Where(script => script.File != Entry).ToList();
        Scripts = [.. scripts.Select(script => Item(script.File, "CSharpChefPath", script.Path))];
        Packages = [.. scripts.SelectMany(found.PackagesOf).DistinctBy(package => package.Id)
            .Select(package => Item(package.Id, "Version", package.Version ?? ""))];
        return true;
    }

    private void Warn(string message) => Log.LogWarning(null, null, null, Entry, 0, 0, 0, 0, message);

    private static TaskItem Item(string name, string key, string value) =>
        new(name, new Dictionary<string, string> { [key] = value });
}
