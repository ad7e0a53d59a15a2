using System.CommandLine;
using System.Runtime.CompilerServices;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Cli.Options;

/// <summary>The project file of the current folder. With --verbose the run names it.</summary>
internal static class ProjectOptions
{
    private static readonly ConditionalWeakTable<ParseResult, Taken> Files = [];

    public static ProjectFile? Of(ParseResult parsed) => Files.GetValue(parsed, Find).File;

    /// <summary>Tells which file was taken, on the error output and only with --verbose.</summary>
    public static void Tell(ParseResult parsed, string text)
    {
        if (parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == "--verbose") is { } verbose
            && parsed.GetResult(verbose) is { } given && given.GetValueOrDefault<bool>())
        {
            Console.Error.WriteLine(text);
        }
    }

    private static Taken Find(ParseResult parsed)
    {
        var file = ProjectFile.Find(Directory.GetCurrentDirectory());
        if (file is not null)
        {
            Tell(parsed, $"project file: {ShownPath.Of(file.Path)}");
        }

        return new Taken(file);
    }

    private sealed record Taken(ProjectFile? File);
}
