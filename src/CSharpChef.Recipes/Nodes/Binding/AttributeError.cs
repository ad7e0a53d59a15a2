namespace CSharpChef.Recipes;

/// <summary>
/// What is wrong with the attribute at a path, such as <c>must be a whole number, and is "eighty"</c>.
/// </summary>
internal sealed record AttributeError(string Path, string Problem)
{
    /// <summary>
    /// The error with the level that set the attribute, or with what is around an attribute that no level sets.
    /// </summary>
    public string Explain(NodeAttributes attributes) => attributes.WrittenPath(Path) is { } written
        ? $"attribute \"{written}\" {Problem} (set by {attributes.OriginOf(written)})"
        : $"attribute \"{Path}\" {Problem} (no level sets it{Around(attributes)})";

    private string Around(NodeAttributes attributes)
    {
        for (var end = LastEnd(Path.Length); end > 0; end = LastEnd(end))
        {
            if (attributes.WrittenPath(Path[..end]) is { } around)
            {
                return $"; \"{around}\" is set by {attributes.OriginOf(around)}";
            }
        }

        return "";
    }

    private int LastEnd(int before) => Path.LastIndexOfAny(['.', '['], before - 1);
}
