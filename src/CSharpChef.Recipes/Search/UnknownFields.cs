namespace CSharpChef.Recipes;

/// <summary>Finds fields that no node has, which may be misspelt.</summary>
internal static class UnknownFields
{
    /// <summary>The fields that no node has, each with the end of a sentence that suggests a similar one.</summary>
    public static IEnumerable<(string Field, string Suggestion)> Of(
        IEnumerable<string> fields, IReadOnlyList<Node> nodes)
    {
        var all = nodes.Select(node => new NodeFields(node)).ToList();
        var known = all.SelectMany(node => node.AttributePaths).Concat(NodeFields.Always).Concat(FactFields.Names);
        return fields.Distinct()
            .Where(field => !NodeFields.Always.Contains(field) && FactFields.KeyOf(field) is null
                && !all.Exists(node => node.HasAttribute(field)))
            .Select(field => (field, Nearest.Question(field, known.Distinct())));
    }
}
