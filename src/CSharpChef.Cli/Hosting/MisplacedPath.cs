using System.CommandLine;
using CSharpChef.Cli.Options;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Finds a folder that is written as an argument of a verb that has an option for it. Other verbs, such as check, take
/// it as an argument.
/// </summary>
internal static class MisplacedPath
{
    /// <returns>The mistake in a sentence; null when there is none.</returns>
    public static string? Find(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Any(option => option.Name == CookbookPathOption.Name)
        && parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } folder
            ? $"{folder} is not expected here: name the folder of the cookbook with {CookbookPathOption.Name} {folder}"
            : null;
}
