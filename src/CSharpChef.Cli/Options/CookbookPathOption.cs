using System.CommandLine;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Options;

/// <summary>The option that names the cookbooks whose dependencies a verb is about.</summary>
internal sealed class CookbookPathOption
{
    public const string Name = "--path";

    private readonly Option<string?> path = new(Name)
    {
        Description = "A cookbook, or a folder of cookbooks. Default: the current folder.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> folders = new("--cookbooks")
    {
        Description = "A folder in which cookbooks are found by name. Default: that of the cookbook, and those in csharpchef.json.",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(path);
        command.Options.Add(folders);
    }

    /// <summary>The cookbooks, each with the folders in which names alone are found.</summary>
    /// <exception cref="UsageException">The folder holds no cookbook.</exception>
    /// <exception cref="RecipeException">One of them has a mistake in its <c>cookbook.json</c>.</exception>
    public IReadOnlyList<(CookbookStore Store, Cookbook Cookbook)> Cookbooks(ParseResult parsed) =>
        [.. Folders(parsed).Select(folder => Open(parsed, folder))];

    /// <summary>What opens each of the cookbooks, with the name of its folder.</summary>
    /// <exception cref="UsageException">The folder holds no cookbook.</exception>
    public IReadOnlyList<(string Name, Func<(CookbookStore Store, Cookbook Cookbook)> Open)> Openers(
        ParseResult parsed) =>
    [
        .. Folders(parsed).Select(folder => (
            Path.GetFileName(folder), (Func<(CookbookStore, Cookbook)>)(() => Open(parsed, folder)))),
    ];

    /// <summary>The folders of the cookbooks.</summary>
    /// <exception cref="UsageException">The folder holds no cookbook.</exception>
    private List<string> Folders(ParseResult parsed)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(path) ?? "."));
        if (IsCookbook(folder))
        {
            return [folder];
        }

        var folders = (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(IsCookbook)
            .Order(StringComparer.Ordinal)
            .ToList();
        return folders.Count > 0 ? folders : throw new UsageException(
            $"{ShownPath.Of(folder)} is neither a cookbook nor a folder of cookbooks: name one with --path");
    }

    /// <summary>The one cookbook.</summary>
    /// <exception cref="UsageException">The folder holds none, or several.</exception>
    public Cookbook Cookbook(ParseResult parsed) => Cookbooks(parsed) is [var only]
        ? only.Cookbook
        : throw new UsageException("this is for one cookbook: name its folder with --path");

    /// <summary>The cookbook of one of the folders.</summary>
    /// <exception cref="RecipeException">It has a mistake in its <c>cookbook.json</c>.</exception>
    private (CookbookStore Store, Cookbook Cookbook) Open(ParseResult parsed, string folder)
    {
        var given = parsed.GetValue(folders) ?? [];
        var others = given.Length > 0 ? given : ProjectOptions.Of(parsed)?.Cookbooks ?? [];
        var store = new CookbookStore([Path.GetDirectoryName(folder)!, .. others]);
        var name = new Cookbook(Path.GetFileName(folder), folder).Manifest.Name ?? Path.GetFileName(folder);
        return (store, store.Open(name, folder));
    }

    private static bool IsCookbook(string folder) =>
        HasManifest(folder) || Directory.Exists(Path.Combine(folder, "recipes"));

    private static bool HasManifest(string folder) => File.Exists(Path.Combine(folder, "cookbook.json"));
}
