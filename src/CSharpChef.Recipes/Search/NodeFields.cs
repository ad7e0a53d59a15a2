namespace CSharpChef.Recipes;

/// <summary>The fields of one node in a search: its name, address, groups, attributes and facts.</summary>
internal sealed class NodeFields(Node node)
{
    public const string Name = "name";
    public const string Group = "group";

    /// <summary>The fields that every node has.</summary>
    public static readonly IReadOnlyList<string> Always = [Name, "address", Group, "groups", "role", "roles"];

    private readonly Lazy<List<(string Path, SearchValue Value)>> attributes =
        new(() => [.. FlatValues.Of(node.Attributes.Merged)]);

    private readonly Lazy<Facts?> facts = new(() => node.KnownFacts);
    private List<(string Path, SearchValue Value)>? flatFacts;

    /// <summary>The paths of all attributes.</summary>
    public IEnumerable<string> AttributePaths => attributes.Value.Select(pair => pair.Path).Distinct();

    public FieldValues Find(string field) => field switch
    {
        Name => new([new SearchValue(node.Name)]),
        "address" => new([new SearchValue(node.Address)]),
        Group or "groups" or "role" or "roles" => new([.. node.Groups.Select(group => new SearchValue(group))]),
        _ => OfAll(OfAttributes(field), FactFields.KeyOf(field)),
    };

    /// <summary>Whether the node has attributes of this name.</summary>
    public bool HasAttribute(string field) => OfAttributes(field).Count > 0;

    // Chef joins nested keys with underscores; an attribute that has the whole name comes first.
    private List<SearchValue> OfAttributes(string field) =>
        ValuesAt(field, path => path) is { Count: > 0 } exact
            ? exact
            : ValuesAt(FactFields.Joined(field), FactFields.Joined);

    private List<SearchValue> ValuesAt(string field, Func<string, string> nameOf) =>
        [.. attributes.Value.Where(pair => nameOf(pair.Path) == field).Select(pair => pair.Value)];

    private FieldValues OfAll(List<SearchValue> values, string? fact) =>
        fact is null ? new(values)
        : facts.Value is null ? new(values, IsComplete: false)
        : new([.. values, .. OfFacts(fact, facts.Value)]);

    private List<SearchValue> OfFacts(string name, Facts known)
    {
        known.MarkRead(Facts.GroupOf(name));
        flatFacts ??= [.. FlatValues.Of(known)];
        return [.. flatFacts
            .Where(pair => FactFields.Joined(pair.Path) == FactFields.Joined(name))
            .Select(pair => pair.Value)];
    }
}
