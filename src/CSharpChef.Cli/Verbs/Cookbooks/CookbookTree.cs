using System.CommandLine;
using CSharpChef.Cli.Options;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook tree</c></summary>
internal static class CookbookTree
{
    public static Command Create()
    {
        var (path, output) = (new CookbookPathOption(), new OutputOptions());
        var command = new Command("tree", """
            Print who depends on what, and why.
            What a cookbook or package depends on is printed where it comes first.

            Examples:
              csharpchef cookbook tree
              csharpchef cookbook tree --path cookbooks/web --json
            """);
        path.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction(parsed =>
        {
            var trees = path.Cookbooks(parsed)
                .Select(root => new DependencyTree(root.Store, root.Cookbook))
                .ToList();
            Console.Out.WriteLine(output.Json(parsed)
                ? DependencyJson.Document(trees.Select(tree => new TreeJson(tree).Document()))
                : string.Join('\n', trees.SelectMany(tree => new TreeText(tree).Lines())));
        });
        return command;
    }
}
