using System.CommandLine;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Options;

/// <summary>The option that names the cookbooks whose dependencies a verb is about.</summary>
internal sealed class CookbookPathOption
{
    private readonly Option<string?> path = new("--path")
    {
        Description = "A cookbook, or a folder of cookbooks. Default: the current folder.",
        HelpName = "DIR",
    };

    public void AddTo(Command command) => command.Options.Add(path);

    /// <summary>The cookbooks, each with the folders in which names alone are found.</summary>
    /// <exception cref="UsageException">The folder holds no cookbook.</exception>
    public IReadOnlyList<(CookbookStore Store, Cookbook Cookbook)> Cookbooks(ParseResult parsed)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(path) ?? "."));
        if (IsCookbook(folder))
        {
            return [One(parsed, folder)];
        }

        var folders = (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(HasManifest)
            .Order(StringComparer.Ordinal)
            .ToList();
        return folders.Count > 0 ? [.. folders.Select(each => One(parsed, each))] : throw new UsageException(
            $"{ShownPath.Of(folder)} is neither a cookbook nor a folder of cookbooks with a cookbook.json: name one with --path");
    }

    /// <summary>The one cookbook.</summary>
    /// <exception cref="UsageException">The folder holds none, or several.</exception>
    public Cookbook Cookbook(ParseResult parsed) => Cookbooks(parsed) is [var only]
        ? only.Cookbook
        : throw new UsageException("this is for one cookbook: name its folder with --path");

    private static (CookbookStore Store, Cookbook Cookbook) One(ParseResult parsed, string folder)
    {
        var project = ProjectOptions.Of(parsed)?.Cookbooks ?? [];
        var store = new CookbookStore([Path.GetDirectoryName(folder)!, .. project]);
        var name = new Cookbook(Path.GetFileName(folder), folder).Manifest.Name ?? Path.GetFileName(folder);
        return (store, store.Open(name, folder));
    }

    private static bool IsCookbook(string folder) =>
        HasManifest(folder) || Directory.Exists(Path.Combine(folder, "recipes"));

    private static bool HasManifest(string folder) => File.Exists(Path.Combine(folder, "cookbook.json"));
}
