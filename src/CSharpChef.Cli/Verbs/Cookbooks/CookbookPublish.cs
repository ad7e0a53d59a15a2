using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Disk;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook publish</c></summary>
internal static class CookbookPublish
{
    public static Command Create()
    {
        var (path, fetch, id) = (new CookbookPathOption(), new FetchOptions(), CookbookPack.PackageId());
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
            The key of a feed comes from nuget.config or from {FeedKey.Variable}, the token of a repository from
            CSHARPCHEF_GIT_TOKEN_<HOST> or the credential helpers of git.

            Examples:
              csharpchef cookbook publish --source https://nuget.example.com/v3/index.json
              csharpchef cookbook publish --git origin --path cookbooks/web
            """);
        path.AddTo(command);
        command.Options.Add(source);
        command.Options.Add(git);
        command.Options.Add(id);
        fetch.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var to = (parsed.GetValue(source), parsed.GetValue(git));
            RequirePlace(to);
            var published = await PublishAsync(parsed, fetch, path.Cookbook(parsed), parsed.GetValue(id), to, ct);
            Console.Out.WriteLine(published);
            return 0;
        });
        return command;
    }

    private static Task<string> PublishAsync(
        ParseResult parsed, FetchOptions fetch, Cookbook cookbook, string? id, (string? Feed, string? Remote) to,
        CancellationToken ct)
    {
        var text = $"Publishing {cookbook.Name}";
        return to.Feed is { } feed
            ? fetch.RunAsync(parsed, text, (_, limit) => PushAsync(cookbook, id, feed, limit), ct)
            : fetch.RunAsync(parsed, text, (access, _) => Task.FromResult(Tag(cookbook, to.Remote!, access)), ct);
    }

    private static void RequirePlace((string? Feed, string? Remote) to)
    {
        if (to is (null, null) or (not null, not null))
        {
            throw new UsageException("name where to publish, with --source for a feed or with --git for a repository");
        }

        if ((to.Feed ?? to.Remote!) is var url && GitUrl.Shown(url) != url)
        {
            throw new UsageException(
                $"the URL of {GitUrl.Shown(url)} has a password or token in it, which other users of this machine can see: remove it, and see csharpchef cookbook publish --help");
        }
    }

    private static string Tag(Cookbook cookbook, string remote, GitAccess access) =>
        $"{GitRelease.Push(cookbook, remote, access)} published to {remote}";

    private static async Task<string> PushAsync(Cookbook cookbook, string? id, string feed, CancellationToken ct)
    {
        var folder = WorkFolder.Create();
        try
        {
            var package = new CookbookPackage(cookbook).Write(id ?? cookbook.Name, folder);
            await PackagePush.RunAsync(package, feed, cookbook.Files.Folder, ct);
            return $"{Path.GetFileNameWithoutExtension(package)} published to {feed}";
        }
        finally
        {
            WorkFolder.Delete(folder);
        }
    }
}
