using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook vendor</c></summary>
internal static class CookbookVendor
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that gets a copy of each dependency." };
        var (path, fetch) = (new CookbookPathOption(), new FetchOptions());
        var command = new Command("vendor", """
            Copy the dependencies of cookbooks to a folder.
            A run that gets the folder with --cookbooks needs neither network nor cache. Copies of an earlier call are
            replaced, unless somebody has changed them.

            Examples:
              csharpchef cookbook vendor vendor/cookbooks
              csharpchef converge web1 -r web --cookbooks cookbooks --cookbooks vendor/cookbooks
            """);
        command.Arguments.Add(folder);
        path.AddTo(command);
        fetch.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            var roots = path.Cookbooks(parsed);
            foreach (var (store, root) in roots)
            {
                await MissingCookbooks.FetchAsync(store, root, new SourceUse(fetch.Limit(parsed)), ct);
            }

            var cookbooks = roots
                .SelectMany(root => root.Store.WithDependencies(root.Cookbook).Where(each => each != root.Cookbook))
                .DistinctBy(each => each.Files.Folder)
                .ToList();
            RequireOneOfEach(cookbooks);
            new VendorFolder(target).Write(cookbooks);
            Console.Out.WriteLine($"{Plural.Of(cookbooks.Count, "cookbook")} copied to {ShownPath.Of(target)}");
            return 0;
        });
        return command;
    }

    private static void RequireOneOfEach(List<Cookbook> cookbooks)
    {
        if (cookbooks.GroupBy(each => each.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new RecipeException(
                $"the cookbooks depend on two states of {twice.Key}, {string.Join(" and ", twice.Select(each => ShownPath.Of(each.Files.Folder)))}: vendor one of them with --path, or lock the same");
        }
    }
}
