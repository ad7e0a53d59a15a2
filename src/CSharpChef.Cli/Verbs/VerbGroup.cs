namespace CSharpChef.Cli.Verbs;

/// <summary>Verbs that are listed together in <c>--help</c>.</summary>
internal sealed record VerbGroup(string Title, params IReadOnlyList<Verb> Verbs)
{
    public bool Has(string name) => Verbs.Any(verb => verb.Name == name);
}
