using System.CommandLine;
using System.CommandLine.Completions;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Cli.Options;

/// <summary>
/// Words that a shell completes from files: hosts, groups, cookbooks and recipes. Nothing is run or asked for, and a
/// file that cannot be read has no words.
/// </summary>
internal static class FileCompletions
{
    /// <summary>Hosts and groups of the inventory, unless a program prints it, and hosts of ssh_config.</summary>
    public static IEnumerable<string> Targets(ParseResult parsed, string? inventory, string? sshConfig) => Words(() =>
    {
        var hosts = InventoryChoice.Of(inventory, ProjectOptions.Of(parsed)) is { } taken
            ? InventoryFile.LoadWithoutRunning(taken.Path)
            : null;
        var groups = (hosts?.Groups ?? []).Append(ProjectGroup.All).Distinct().Select(group => $"@{group}");
        return
        [
            .. hosts is null ? [] : hosts.Hosts.Concat(groups),
            .. SshConfigEntries.Names(sshConfig, LocalAccount.Current),
            "local",
        ];
    });

    /// <summary>The names of all recipes in some folders of cookbooks: web, web::deploy.</summary>
    public static IEnumerable<string> Recipes(IReadOnlyList<string> folders) => Words(() =>
        [.. folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).SelectMany(RecipesOf)]);

    /// <summary>The names of all data bags.</summary>
    public static IEnumerable<CompletionItem> DataBags(DataBagOptions options, ParseResult parsed) =>
        Words(() => options.Folders(parsed).Bags()).Select(word => new CompletionItem(word));

    /// <summary>The names of the items of a data bag.</summary>
    public static IEnumerable<CompletionItem> Items(DataBagOptions options, ParseResult parsed, string bag) =>
        Words(() => options.Folders(parsed).Items(bag)).Select(word => new CompletionItem(word));

    private static IEnumerable<string> RecipesOf(string cookbook)
    {
        var (name, recipes) = (Path.GetFileName(cookbook), Path.Combine(cookbook, "recipes"));
        return RunListItem.IsName(name) && Directory.Exists(recipes)
            ? Directory.EnumerateFiles(recipes).Select(file => ScriptFile.RecipeOf(Path.GetFileName(file)))
                .OfType<string>()
                .Select(recipe => recipe == "default" ? name : $"{name}::{recipe}")
            : [];
    }

    private static IEnumerable<string> Words(Func<IReadOnlyList<string>> read)
    {
        try
        {
            return [.. read().Where(word => !word.Any(char.IsControl)).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is ChefException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
