using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook publish</c></summary>
internal static class CookbookPublish
{
    public static Command Create()
    {
        var (path, id) = (new CookbookPathOption(), CookbookPack.PackageId());
        var source = new Option<string?>("--source")
        {
            Description = "A NuGet feed: its name in nuget.config, its URL, or a folder.",
            HelpName = "FEED",
        };
        var git = new Option<string?>("--git")
        {
            Description = "A Git repository: the name of a remote, or a URL. It gets the tag NAME-vVERSION.",
            HelpName = "REMOTE",
        };
        var command = new Command("publish", $"""
            Publish a cookbook to a NuGet feed or as a tag of its Git repository.
            The key of a feed comes from nuget.config or from {PackagePush.KeyVariable}.

            Examples:
              csharpchef cookbook publish --source https://nuget.example.com/v3/index.json
              csharpchef cookbook publish --git origin --path cookbooks/web
            """);
        path.AddTo(command);
        command.Options.Add(source);
        command.Options.Add(git);
        command.Options.Add(id);
        command.SetAction((parsed, _) => (parsed.GetValue(source), parsed.GetValue(git)) switch
        {
            ({ } feed, null) => PushAsync(path.Cookbook(parsed), parsed.GetValue(id), feed),
            (null, { } remote) => Task.FromResult(Tag(path.Cookbook(parsed), remote)),
            _ => throw new UsageException("name where to publish, with --source for a feed or with --git for a repository"),
        });
        return command;
    }

    private static async Task<int> PushAsync(Cookbook cookbook, string? id, string feed)
    {
        var folder = Directory.CreateTempSubdirectory("csharpchef-pack-").FullName;
        try
        {
            var package = new CookbookPackage(cookbook).Write(id ?? cookbook.Name, folder);
            await PackagePush.RunAsync(package, feed, cookbook.Files.Folder);
            Console.Out.WriteLine($"{Path.GetFileNameWithoutExtension(package)} published to {feed}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Tag(Cookbook cookbook, string remote)
    {
        Console.Out.WriteLine($"{GitRelease.Push(cookbook, remote, GitAccess.OfUser)} published to {remote}");
        return 0;
    }
}
