namespace CSharpChef.Recipes;

/// <summary>A search query, ready to be asked of nodes.</summary>
internal sealed class NodeQuery
{
    private const int NamedNodes = 5;

    private static readonly HashSet<string> OnlyInChef =
        ["recipe", "recipes", "run_list", "chef_environment", "tag", "tags", "policy_name", "policy_group"];

    private readonly string query;
    private readonly SearchTerm term;
    private readonly IReadOnlyList<(string Field, int Position)> fields;

    private NodeQuery(string query)
    {
        var parser = new QueryParser(query);
        this.query = query;
        term = parser.Parse();
        fields = parser.Fields;
    }

    /// <exception cref="RecipeException">The query is not understood; the message has the position.</exception>
    public static NodeQuery Parse(string query) => new(query);

    /// <summary>The nodes that match, in their order.</summary>
    /// <exception cref="RecipeException">It depends on facts that are not known, or on what only Chef has.</exception>
    public IReadOnlyList<Node> Find(IReadOnlyList<Node> nodes)
    {
        var all = nodes.Select(node => (Node: node, Fields: new NodeFields(node))).ToList();
        RefuseFieldsOfChef([.. all.Select(each => each.Fields)]);
        var results = all.Select(each => (each.Node, Matches: term.Matches(each.Fields))).ToList();
        return results.Where(result => result.Matches is null).Select(result => result.Node).ToList() is [_, ..] unknown
            ? throw new RecipeException($"the search query needs facts: {unknown[0].MissingFacts}{Others(unknown)}")
            : [.. results.Where(result => result.Matches == true).Select(result => result.Node)];
    }

    /// <summary>
    /// The fields of the query that no node has, each with the end of a sentence that suggests a similar one.
    /// </summary>
    public IEnumerable<(string Field, string Suggestion)> UnknownFields(IReadOnlyList<Node> nodes) =>
        Recipes.UnknownFields.Of(fields.Select(field => field.Field), nodes);

    private void RefuseFieldsOfChef(List<NodeFields> nodes)
    {
        foreach (var (field, position) in fields)
        {
            if (OnlyInChef.Contains(field) && !nodes.Exists(node => node.HasAttribute(field)))
            {
                throw QueryError.At(
                    query, position, $"\"{field}\" is a field of Chef that hosts do not have here: search a group, such as group:web, or an attribute");
            }
        }
    }

    private static string Others(List<Node> unknown)
    {
        var others = unknown.Skip(1).Select(node => node.Name).ToList();
        return others.Count == 0 ? ""
            : $" (and those of {string.Join(", ", others.Take(NamedNodes))}"
                + (others.Count > NamedNodes ? $" and {others.Count - NamedNodes} more)" : ")");
    }
}
