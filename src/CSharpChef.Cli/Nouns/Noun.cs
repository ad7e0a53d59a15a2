using System.CommandLine;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// A kind of record on a server, and its verbs. They are read only when the noun is typed.
/// </summary>
/// <param name="Columns">The columns of a list, as members of the API; a dot leads to a member of a member.</param>
internal sealed record Noun(string Name, string Description, string Columns, Func<IReadOnlyList<NounVerb>> Verbs)
{
    /// <summary>Verbs that call more than one operation, such as <c>stack export</c>.</summary>
    public IReadOnlyList<Func<Command>> ExtraVerbs { get; init; } = [];
}
