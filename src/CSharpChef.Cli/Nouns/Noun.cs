using System.CommandLine;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// A kind of thing on a server, and what can be done with it. Its verbs are read only once it is typed.
/// </summary>
/// <param name="Columns">What a list shows, by members of the API; a dot goes inside.</param>
internal sealed record Noun(string Name, string Says, string Columns, Func<IReadOnlyList<NounVerb>> Verbs)
{
    /// <summary>What is more than one operation.</summary>
    public IReadOnlyList<Func<Command>> Also { get; init; } = [];
}
