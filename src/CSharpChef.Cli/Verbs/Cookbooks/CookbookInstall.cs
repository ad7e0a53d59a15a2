using System.CommandLine;
using CSharpChef.Cli.Options;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook install</c></summary>
internal static class CookbookInstall
{
    public static Command Create()
    {
        var (path, fetch, output) = (new CookbookPathOption(), new FetchOptions(), new OutputOptions());
        var command = new Command("install", """
            Fetch and lock the dependencies of cookbooks.
            These are the cookbooks that cookbook.json names, and the NuGet packages that scripts name with #:package. What
            cookbook.lock.json pins stays as it is while it fits; the rest is resolved and added.

            Examples:
              csharpchef cookbook install
              csharpchef cookbook install --path cookbooks/web
            """);
        path.AddTo(command);
        fetch.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction((parsed, ct) =>
            LockAction.RunAsync(parsed, fetch, path.Openers(parsed), [], output.Json(parsed), ct));
        return command;
    }
}
