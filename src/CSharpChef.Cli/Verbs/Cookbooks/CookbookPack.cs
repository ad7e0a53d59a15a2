using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook pack</c></summary>
internal static class CookbookPack
{
    public static Command Create()
    {
        var (path, id) = (new CookbookPathOption(), PackageId());
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder that gets the package. Default: the current folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("pack", """
            Make a NuGet package of a cookbook.
            Dependencies from NuGet become dependencies of the package; one from a folder is refused.

            Examples:
              csharpchef cookbook pack --path cookbooks/web
              csharpchef cookbook pack --id Acme.Cookbooks.Web --output packages
            """);
        path.AddTo(command);
        command.Options.Add(id);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var cookbook = path.Cookbook(parsed);
            var package = new CookbookPackage(cookbook)
                .Write(parsed.GetValue(id) ?? cookbook.Name, parsed.GetValue(output)!);
            Console.Out.WriteLine(ShownPath.Of(package));
        });
        return command;
    }

    /// <summary>The option for the id of a package.</summary>
    public static Option<string?> PackageId() => new("--id")
    {
        Description = "The id of the package. Default: the name of the cookbook.",
        HelpName = "ID",
    };
}
