namespace CSharpChef.Recipes;

/// <summary>The fields of one node in a search: its name, address, groups, attributes and facts.</summary>
internal sealed class NodeFields(Node node) : ISearched
{
    public const string Name = "name";
    public const string Group = "group";

    /// <summary>The fields that every node has.</summary>
    public static readonly IReadOnlyList<string> Always = [Name, "address", Group, "groups", "role", "roles"];

    private readonly FlatFields attributes = new(() => node.Attributes.Merged);
    private readonly Lazy<Facts?> facts = new(() => node.KnownFacts);
    private List<(string Path, SearchValue Value)>? flatFacts;

    /// <summary>The paths of all attributes.</summary>
    public IEnumerable<string> AttributePaths => attributes.Paths;

    public IEnumerable<SearchValue> Names =>
        node.Groups.Prepend(node.Name).Select(name => new SearchValue(name));

    public FieldValues Find(string field) => field switch
    {
        Name => new([new SearchValue(node.Name)]),
        "address" => new([new SearchValue(node.Address)]),
        Group or "groups" or "role" or "roles" => new([.. node.Groups.Select(group => new SearchValue(group))]),
        _ => OfAll(attributes.Find(field), FactFields.KeyOf(field)),
    };

    /// <summary>Whether the node has attributes of this name.</summary>
    public bool HasAttribute(string field) => attributes.Find(field).Count > 0;

    // An attribute goes before a fact of its name, so that it decides also while the facts are not known.
    private FieldValues OfAll(List<SearchValue> values, string? fact) =>
        fact is null || values.Count > 0 ? new(values)
        : facts.Value is null ? new([], IsComplete: false)
        : new(OfFacts(fact, facts.Value));

    private List<SearchValue> OfFacts(string name, Facts known)
    {
        known.MarkRead(Facts.GroupOf(name));
        flatFacts ??= [.. FlatValues.Of(known)];
        return [.. flatFacts
            .Where(pair => FactFields.Joined(pair.Path) == FactFields.Joined(name))
            .Select(pair => pair.Value)];
    }
}
