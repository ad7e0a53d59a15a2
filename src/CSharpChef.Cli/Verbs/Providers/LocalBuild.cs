using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks.Providers.Local.Images;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Providers;

/// <summary><c>csharpchef provider local build</c></summary>
internal static class LocalBuild
{
    private const string About = """
        Build a base image for machines of this host.
        Downloads a small Debian with systemd and sshd, whose signatures are checked. It takes a minute or more. A build that
        is interrupted leaves no image: run it again. Debian 13 is trixie, Debian 12 bookworm, Debian 11 bullseye.

        Examples:
          csharpchef provider local build
          csharpchef provider local build --suite trixie --include curl,jq
          csharpchef provider local build --replace --mirror http://mirror.example.com/debian
        """;

    public static Command Create()
    {
        var folder = new LocalFolderOption();
        var suite = new Option<string>("--suite")
        {
            HelpName = "SUITE",
            Description = "The Debian suite.",
            DefaultValueFactory = _ => Suites.Default,
        };
        var mirror = new Option<string>("--mirror")
        {
            HelpName = "URL",
            Description = "A mirror of Debian.",
            DefaultValueFactory = _ => ImageOrder.DefaultMirror,
        };
        var include = new Option<string[]>("--include")
        {
            HelpName = "PACKAGES",
            Description = "More packages for every machine, separated by commas.",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Build a newer image of a suite that has one. Machines keep the image that they were made of.",
        };
        var command = new Command("build", About) { suite, mirror, include, replace };
        folder.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(
            new ImageBuild(folder.Read(parsed), Console.Error.WriteLine),
            new(parsed.GetValue(suite)!)
            {
                Mirror = parsed.GetValue(mirror)!,
                Include = [.. (parsed.GetValue(include) ?? []).SelectMany(Names)],
            },
            parsed.GetValue(replace),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(ImageBuild build, ImageOrder order, bool replace, CancellationToken ct)
    {
        var image = await build.RunAsync(order, replace, ct);
        Console.Out.WriteLine($"image {image.Name} built: {image.Folder}");
        return 0;
    }

    private static string[] Names(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
