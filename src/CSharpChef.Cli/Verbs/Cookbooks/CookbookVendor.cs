using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook vendor</c></summary>
internal static class CookbookVendor
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that gets a copy of each dependency." };
        var path = new CookbookPathOption();
        var command = new Command("vendor", """
            Copy the dependencies of cookbooks to a folder.
            A run that gets the folder with --cookbooks needs neither network nor cache.

            Examples:
              csharpchef cookbook vendor vendor/cookbooks
              csharpchef converge web1 -r web --cookbooks cookbooks --cookbooks vendor/cookbooks
            """);
        command.Arguments.Add(folder);
        path.AddTo(command);
        command.SetAction(parsed =>
        {
            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            var dependencies = path.Cookbooks(parsed)
                .SelectMany(root => root.Store.WithDependencies(root.Cookbook).Where(each => each != root.Cookbook))
                .DistinctBy(each => each.Files.Folder)
                .ToList();
            foreach (var cookbook in dependencies)
            {
                Copy(cookbook, Path.Combine(target, cookbook.Name));
            }

            Console.Out.WriteLine($"{Plural.Of(dependencies.Count, "cookbook")} copied to {ShownPath.Of(target)}");
        });
        return command;
    }

    private static void Copy(Cookbook cookbook, string target)
    {
        if (Directory.Exists(target) && FolderHash.Of(target) != FolderHash.Of(cookbook.Files.Folder))
        {
            throw new UsageException(
                $"{ShownPath.Of(target)} exists and is another state of {cookbook.Name}: remove it, or name another folder");
        }

        foreach (var file in Directory.EnumerateFiles(cookbook.Files.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(cookbook.Files.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
